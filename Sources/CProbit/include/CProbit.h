#ifndef ENTENTE_CPROBIT_H
#define ENTENTE_CPROBIT_H

#include <stdint.h>

// Log-likelihood and derivatives of ordinal probit votes, eight at a time.
//
// Plain C because Swift emits vectors for the oldest processor only; here the widest instructions are chosen when the program runs.
// The order of additions is fixed and products are never fused with sums, so every processor gives the same bytes.
//
// `table` is that of Statistics.LogNormalTable: four coefficients a piece and a last piece of zeros. `bounds` are the starts of yes,
// abstain and no in `index`, and the end; seven indices beyond the end must be readable and valid. `items` is slope, lower cut, upper
// cut, over and over. `half`: an abstention counts half a yes and half a no.

/// Log-likelihood, its first derivative, and minus its second derivative, by the position.
///
/// The log-likelihood is `value` + log(`mantissa`) + `exponent` log 2, 1 ≤ mantissa < 256: the caller takes one logarithm for many.
typedef struct {
  double value, first, information, mantissa, exponent;
} probit_position_sums;

/// Log-likelihood, gradient by slope, lower and upper cut, and the negative Hessian.
typedef struct {
  double value, slope, lower, upper;
  double slopeSlope, slopeLower, slopeUpper, lowerLower, lowerUpper, upperUpper;
} probit_item_sums;

/// The votes at one position.
void probit_position(
    const double *table, const int32_t *index, const int32_t *bounds, const double *items, double theta, int half,
    probit_position_sums *out);

/// The votes on one item.
void probit_item(
    const double *table, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
    double upper, int half, probit_item_sums *out);

/// As `probit_position` and `probit_item`, with the instructions every processor has: for tests.
void probit_position_plain(
    const double *table, const int32_t *index, const int32_t *bounds, const double *items, double theta, int half,
    probit_position_sums *out);
void probit_item_plain(
    const double *table, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
    double upper, int half, probit_item_sums *out);

/// Log-likelihood of the abstentions on one item.
double probit_item_abstentions(
    const double *table, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
    double upper, int half);

#endif
