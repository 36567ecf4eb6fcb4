/** How far a channel (0 to 255) may be off before its pixel differs: edges of letters are. */
const CHANNEL_TOLERANCE = 40

/**
 * Compares two PNGs in a page's canvas, which every Chromium has, so that no decoder is needed.
 *
 * @returns The share of pixels that differ, 1 when the sizes do; and a PNG with those pixels in red.
 */
export async function comparePictures(page, one, other) {
  const { share, differences } = await page.evaluate(comparePixels, {
    urls: [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`),
    tolerance: CHANNEL_TOLERANCE,
  })
  return { share, differences: Buffer.from(differences.split(',')[1], 'base64') }
}

/** Runs in the page. */
async function comparePixels({ urls, tolerance }) {
  const [one, other] = await Promise.all(urls.map(readPixels))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(one.width, other.width)
  canvas.height = Math.max(one.height, other.height)
  const context = canvas.getContext('2d')
  const result = context.createImageData(canvas.width, canvas.height)
  let count = 0
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < canvas.width; x += 1) {
      const at = 4 * (y * canvas.width + x)
      const differs = isFar(one, other, x, y)
      if (differs) count += 1
      result.data.set(differs ? [255, 0, 0, 255] : [0, 0, 0, 24], at)
    }
  }
  context.putImageData(result, 0, 0)
  const isSameSize = one.width === other.width && one.height === other.height
  return {
    share: isSameSize ? count / (canvas.width * canvas.height) : 1,
    differences: canvas.toDataURL('image/png'),
  }

  async function readPixels(url) {
    const image = new Image()
    image.src = url
    await image.decode()
    const sheet = document.createElement('canvas')
    sheet.width = image.width
    sheet.height = image.height
    const drawing = sheet.getContext('2d')
    drawing.drawImage(image, 0, 0)
    return drawing.getImageData(0, 0, sheet.width, sheet.height)
  }

  function isFar(left, right, x, y) {
    if (x >= Math.min(left.width, right.width) || y >= Math.min(left.height, right.height)) {
      return true
    }
    const leftAt = 4 * (y * left.width + x)
    const rightAt = 4 * (y * right.width + x)
    for (let channel = 0; channel < 3; channel += 1) {
      const distance = left.data[leftAt + channel] - right.data[rightAt + channel]
      if (Math.abs(distance) > tolerance) return true
    }
    return false
  }
}
