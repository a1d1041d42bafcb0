// Places the points of a network: those that hang together near each other, none on another. The same network is always
// placed alike.

export interface Edge {
  from: number;
  to: number;
  weight: number;
}

/** Places `n` points in a field of this width and height. */
export function place(n: number, edges: Edge[], width: number, height: number): [number, number][] {
  const at: [number, number][] = Array.from({ length: n }, (_, i) => {
    // A spiral of equal steps: no chance, and no two alike.
    const angle = i * 2.399963;
    const far = Math.sqrt((i + 0.5) / n) * 0.45;
    return [width / 2 + Math.cos(angle) * far * width, height / 2 + Math.sin(angle) * far * height];
  });
  const most = Math.max(1, ...edges.map((edge) => edge.weight));
  const k = Math.sqrt((width * height) / Math.max(1, n)) * 0.8;
  let heat = width / 8;
  for (let round = 0; round < 300; round++) {
    const push: [number, number][] = at.map(() => [0, 0]);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const dx = at[i]![0] - at[j]![0];
        const dy = (at[i]![1] - at[j]![1]) * 1.6; // Names are wider than high.
        const far = Math.max(1, Math.hypot(dx, dy));
        const force = (k * k) / far / far;
        push[i]![0] += dx * force;
        push[i]![1] += (dy / 1.6) * force;
        push[j]![0] -= dx * force;
        push[j]![1] -= (dy / 1.6) * force;
      }
    }
    for (const edge of edges) {
      const a = at[edge.from]!;
      const b = at[edge.to]!;
      const dx = a[0] - b[0];
      const dy = a[1] - b[1];
      const far = Math.max(1, Math.hypot(dx, dy));
      const force = (far / k) * (0.15 + 0.85 * (edge.weight / most)) * 0.35;
      push[edge.from]![0] -= dx * force;
      push[edge.from]![1] -= dy * force;
      push[edge.to]![0] += dx * force;
      push[edge.to]![1] += dy * force;
    }
    for (let i = 0; i < n; i++) {
      const [px, py] = push[i]!;
      const far = Math.max(1, Math.hypot(px, py));
      const step = Math.min(far, heat);
      at[i] = [Math.max(70, Math.min(width - 70, at[i]![0] + (px / far) * step)), Math.max(24, Math.min(height - 24, at[i]![1] + (py / far) * step))];
    }
    heat *= 0.985;
  }
  return at;
}
