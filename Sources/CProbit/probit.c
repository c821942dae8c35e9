#include "CProbit.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

typedef double v8d __attribute__((vector_size(64)));
typedef int64_t v8l __attribute__((vector_size(64)));
typedef int32_t v8i __attribute__((vector_size(32)));
typedef double v4d __attribute__((vector_size(32), aligned(8)));
typedef double v2d __attribute__((vector_size(16), aligned(8)));
// In memory that need not be aligned.
typedef double v8u __attribute__((vector_size(64), aligned(8)));
typedef int32_t v8iu __attribute__((vector_size(32), aligned(4)));

#define INLINE static inline __attribute__((always_inline))
#define PICK(target, mask, other) \
  target = (v8d)(((v8l)(other) & (mask)) | ((v8l)(target) & ~(mask)))
#define TABLE_LOW -24.0
#define TABLE_PER_UNIT 32.0
#define NORMAL_LOW -8.0
#define NORMAL_PER_UNIT 64.0
#define TABLE_PIECES 1024.0
// Probability of an abstention below which it is taken from logarithms.
#define UNLIKELY 1e-3

#define KERNEL(name) probit_any_##name
#include "kernel.h"
#undef KERNEL

#if defined(__x86_64__)
#define HAS_WIDE 1
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#define KERNEL(name) probit_wide_##name
#include "kernel.h"
#undef KERNEL
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define KERNEL(name) probit_middle_##name
#include "kernel.h"
#undef KERNEL
#pragma clang attribute pop
#define CALL(name, ...)                                                                        \
  (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&                  \
           __builtin_cpu_supports("avx512vl")                                                  \
       ? probit_wide_##name(__VA_ARGS__)                                                       \
   : __builtin_cpu_supports("avx2") ? probit_middle_##name(__VA_ARGS__)                        \
                                    : probit_any_##name(__VA_ARGS__))
#else
#define CALL(name, ...) probit_any_##name(__VA_ARGS__)
#endif

void probit_positions(
    const probit_votes *votes, const double *items, const double *theta, int64_t start, int64_t count, double *scratch,
    double *first, double *information, probit_sum *out) {
  CALL(positions, votes, items, theta, start, count, scratch, first, information, out);
}

void probit_votes_of(
    const probit_votes *votes, const double *items, const double *theta, int64_t start, int64_t count, double *first,
    double *information, probit_sum *out) {
  CALL(votes, votes, items, theta, start, count, first, information, out);
}

void probit_item(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope,
    double lower, double upper, int half, probit_item_sums *out) {
  CALL(item, tables, index, bounds, theta, slope, lower, upper, half, out);
}

double probit_item_abstentions(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope,
    double lower, double upper, int half) {
  return CALL(item_abstentions, tables, index, bounds, theta, slope, lower, upper, half);
}

void probit_positions_plain(
    const probit_votes *votes, const double *items, const double *theta, int64_t start, int64_t count, double *scratch,
    double *first, double *information, probit_sum *out) {
  probit_any_positions(votes, items, theta, start, count, scratch, first, information, out);
}

void probit_item_plain(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope,
    double lower, double upper, int half, probit_item_sums *out) {
  probit_any_item(tables, index, bounds, theta, slope, lower, upper, half, out);
}
