#ifndef ENTENTE_CPROBIT_H
#define ENTENTE_CPROBIT_H

#include <stdint.h>

// Log-likelihood and derivatives of ordinal probit votes, eight at a time.
//
// Plain C because Swift emits vectors for the oldest processor only; here the widest instructions are chosen when the program runs.
// The order of additions is fixed and products are never fused with sums, so every processor gives the same bytes.
// Indices are read eight at a time: seven beyond the last must be readable and valid. `half_way`: an abstention counts half a yes
// and half a no.

/// Cubic pieces, four coefficients each and a last piece: log Φ from -24 by 1/32, and Φ from -8 by 1/64; 1,024 pieces each.
typedef struct {
  const double *log_normal, *normal;
} probit_tables;

/// Votes in groups, those of one group side by side; `side_bounds` and `gap_bounds` hold the start of every group, and the end.
///
/// A yes or no (side) names its cut, 2 × item for the lower and 2 × item + 1 for the upper; an abstention (gap) its item; both the
/// position that cast it. Items are four numbers each: slope, lower cut, minus slope, minus upper cut.
typedef struct {
  probit_tables tables;
  const int32_t *side_cut, *side_owner, *side_bounds;
  const int32_t *gap_item, *gap_owner, *gap_bounds;
  int half_way;
} probit_votes;

/// The log-likelihood is `value` + log(`mantissa`) + `exponent` log 2, 1 ≤ mantissa < 256: the caller takes one logarithm for many.
typedef struct {
  double value, mantissa, exponent;
} probit_sum;

/// Log-likelihood, gradient by slope, lower and upper cut, and the negative Hessian.
typedef struct {
  double value, slope, lower, upper;
  double slopeSlope, slopeLower, slopeUpper, lowerLower, lowerUpper, upperUpper;
} probit_item_sums;

/// What is stored may end this many places beyond the last vote.
#define PROBIT_ROOM 8

/// The votes of `count` groups from `start` on: log-likelihood, and by group its first derivative by the position and minus its second.
///
/// `scratch` needs room for twice their votes and PROBIT_ROOM.
void probit_positions(
    const probit_votes *votes, const double *items, const double *theta, int64_t start, int64_t count, double *scratch,
    double *first, double *information, probit_sum *out);

/// The same by vote, first yes and no, then abstentions; `first` and `information` need room for the votes and PROBIT_ROOM.
void probit_votes_of(
    const probit_votes *votes, const double *items, const double *theta, int64_t start, int64_t count, double *first,
    double *information, probit_sum *out);

/// The votes on one item: `bounds` are the starts of yes, abstain and no in `index`, and the end.
void probit_item(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope,
    double lower, double upper, int half_way, probit_item_sums *out);

/// Log-likelihood of the abstentions on one item.
double probit_item_abstentions(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope,
    double lower, double upper, int half_way);

/// As `probit_positions` and `probit_item`, with the instructions every processor has: for tests.
void probit_positions_plain(
    const probit_votes *votes, const double *items, const double *theta, int64_t start, int64_t count, double *scratch,
    double *first, double *information, probit_sum *out);
void probit_item_plain(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope,
    double lower, double upper, int half_way, probit_item_sums *out);

#endif
