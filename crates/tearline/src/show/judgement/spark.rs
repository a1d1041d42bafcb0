//! A line of the probability over time in one row of the terminal.

const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Probabilities as bars of eight heights, the last `width` of them.
pub fn line(probabilities: &[f64], width: usize) -> String {
    let from = probabilities.len().saturating_sub(width);
    let bar = |p: &f64| {
        let level = (p.clamp(0.0, 1.0) * 8.0).floor() as usize;
        LEVELS.get(level.min(7)).copied().unwrap_or('▁')
    };
    probabilities.get(from..).unwrap_or_default().iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rises_looks_like_it_and_the_last_is_kept() {
        assert_eq!(line(&[0.0, 0.2, 0.5, 0.9, 1.0], 80), "▁▂▅██");
        assert_eq!(line(&[0.0, 0.2, 0.5, 0.9, 1.0], 2), "██");
        assert_eq!(line(&[f64::NAN], 2), "▁");
        assert_eq!(line(&[], 9), "");
    }
}
