//! From the sum of weights to the scale of the answers.
//!
//! The sum orders predicates well, but says too little at both ends. A line of straight pieces that never falls, learnt
//! on sums of models which had not seen the predicates (isotonic regression), puts it right.

use crate::certainty::factuality::ENDS;
use crate::model::ModelError;

/// Points `(sum, answer)`, both in thousandths, each `[i32; 2]` little-endian.
#[derive(Debug, Clone, Copy)]
pub struct Scale<'m> {
    points: &'m [[u8; 8]],
}

fn point(bytes: &[u8; 8]) -> (i32, i32) {
    let [a, b, c, d, e, f, g, h] = *bytes;
    (i32::from_le_bytes([a, b, c, d]), i32::from_le_bytes([e, f, g, h]))
}

impl<'m> Scale<'m> {
    /// Checks `bytes` and reads them as points.
    ///
    /// # Errors
    /// If there are none, the sums do not rise, the answers fall, or an answer lies outside the scale.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let wrong = ModelError::Malformed("the scale of factuality is wrong");
        let (points, rest) = bytes.as_chunks::<8>();
        let inside = points.iter().map(point).all(|(_, answer)| (ENDS.0..=ENDS.1).contains(&answer));
        let rising = points.windows(2).all(|pair| {
            let (low, high) = (point(&pair[0]), point(&pair[1]));
            low.0 < high.0 && low.1 <= high.1
        });
        if points.is_empty() || !rest.is_empty() || !inside || !rising { Err(wrong) } else { Ok(Self { points }) }
    }

    /// The answer for a sum; beyond the first and the last point it is theirs.
    pub fn answer(&self, sum: i32) -> i32 {
        let after = self.points.partition_point(|bytes| point(bytes).0 <= sum);
        let low = after.checked_sub(1).and_then(|at| self.points.get(at)).map(point);
        let high = self.points.get(after).map(point);
        match (low, high) {
            (Some(low), Some(high)) => {
                let (run, rise) = (i64::from(high.0) - i64::from(low.0), i64::from(high.1) - i64::from(low.1));
                let part = (i64::from(sum) - i64::from(low.0)) * rise / run.max(1);
                low.1.saturating_add(i32::try_from(part).unwrap_or(0))
            }
            (Some(only), None) | (None, Some(only)) => only.1,
            (None, None) => 0,
        }
    }

    /// The bytes of a scale through `points`.
    pub fn build(points: &[(i32, i32)]) -> Vec<u8> {
        points.iter().flat_map(|(sum, answer)| [sum.to_le_bytes(), answer.to_le_bytes()].concat()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_lie_on_the_line_between_the_points() {
        let bytes = Scale::build(&[(-100, -2000), (100, 2000), (300, 2500)]);
        let scale = Scale::open(&bytes).unwrap();
        assert_eq!(
            [-500, -100, 0, 50, 100, 200, 900].map(|sum| scale.answer(sum)),
            [-2000, -2000, 0, 1000, 2000, 2250, 2500]
        );
        assert_eq!([i32::MIN, i32::MAX].map(|sum| scale.answer(sum)), [-2000, 2500]);
    }

    #[test]
    fn a_scale_that_falls_or_leaves_its_ends_is_damaged() {
        for points in [&[][..], &[(0, 10), (5, 5)], &[(5, 0), (5, 1)], &[(0, 3001)]] {
            assert!(Scale::open(&Scale::build(points)).is_err(), "{points:?}");
        }
        assert!(Scale::open(&[0; 7]).is_err());
    }
}
