/** Most memory that this process has held so far, in MB of 1024 × 1024 bytes. */
export function peakRssMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
