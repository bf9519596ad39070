type Arrival = { node: number; seconds: number };

/** Arrivals, the earliest first: a binary heap. */
export class ArrivalHeap {
  readonly #arrivals: Arrival[] = [];

  push(node: number, seconds: number): void {
    const heap = this.#arrivals;
    let at = heap.push({ node, seconds }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]!.seconds <= seconds) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Arrival | null {
    const heap = this.#arrivals;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < heap.length && heap[left]!.seconds < heap[least]!.seconds) least = left;
      if (right < heap.length && heap[right]!.seconds < heap[least]!.seconds) least = right;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#arrivals;
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  }
}
