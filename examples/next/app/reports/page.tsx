/** Another page of the host, to come from and to go to. */
export default function ReportsPage() {
  return <h1>Reports</h1>
}
