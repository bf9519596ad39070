/**
 * The largest scale tried on the embedded database: 306,000 components and 4,500 cameras were seeded in 190 s on two
 * busy cores and took 1.0 GB of memory and 775 MB of disk; questions about a place were answered within 0.1 s.
 * Beyond it nothing is promised: there PostgreSQL is asked for.
 */
export const largestEmbeddedScale = 5;
