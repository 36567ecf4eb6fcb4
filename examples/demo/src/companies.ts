/** The companies that the signed-in person works for; the last one withholds its financial reports. */
export const COMPANIES = [
  { id: '7', name: 'Northwind Kitchens' },
  { id: '8', name: 'Harbour Street Bakery' },
  { id: '9', name: 'Alpenblick Gastronomie' },
] as const
