/** The number from which the demo county grows unless another is asked for: the heroes' pictures are drawn of this one. */
export const demoSeed = 1;
