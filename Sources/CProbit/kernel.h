// The functions of CProbit.h once, under the names that KERNEL makes; included for each set of instructions.

// log Φ(x), its first and second derivative, by the cubic pieces of the table, held between its ends.
INLINE void KERNEL(lookup)(const double *table, const v8d *x, v8d *f, v8d *d, v8d *s) {
  v8d u = (*x - TABLE_LOW) * TABLE_PER_UNIT;
  PICK(u, u < 0.0, (v8d){0});
  PICK(u, u > TABLE_PIECES, ((v8d){0}) + TABLE_PIECES);
  const v8i i = __builtin_convertvector(u, v8i);
  const v8d t = u - __builtin_convertvector(i, v8d);
  const v4d q0 = *(const v4d *)(table + 4 * i[0]), q1 = *(const v4d *)(table + 4 * i[1]);
  const v4d q2 = *(const v4d *)(table + 4 * i[2]), q3 = *(const v4d *)(table + 4 * i[3]);
  const v4d q4 = *(const v4d *)(table + 4 * i[4]), q5 = *(const v4d *)(table + 4 * i[5]);
  const v4d q6 = *(const v4d *)(table + 4 * i[6]), q7 = *(const v4d *)(table + 4 * i[7]);
  const v8d r04 = __builtin_shufflevector(q0, q4, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d r15 = __builtin_shufflevector(q1, q5, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d r26 = __builtin_shufflevector(q2, q6, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d r37 = __builtin_shufflevector(q3, q7, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d even01 = __builtin_shufflevector(r04, r15, 0, 8, 2, 10, 4, 12, 6, 14);
  const v8d odd01 = __builtin_shufflevector(r04, r15, 1, 9, 3, 11, 5, 13, 7, 15);
  const v8d even23 = __builtin_shufflevector(r26, r37, 0, 8, 2, 10, 4, 12, 6, 14);
  const v8d odd23 = __builtin_shufflevector(r26, r37, 1, 9, 3, 11, 5, 13, 7, 15);
  const v8d c0 = __builtin_shufflevector(even01, even23, 0, 1, 8, 9, 4, 5, 12, 13);
  const v8d c2 = __builtin_shufflevector(even01, even23, 2, 3, 10, 11, 6, 7, 14, 15);
  const v8d c1 = __builtin_shufflevector(odd01, odd23, 0, 1, 8, 9, 4, 5, 12, 13);
  const v8d c3 = __builtin_shufflevector(odd01, odd23, 2, 3, 10, 11, 6, 7, 14, 15);
  const v8d zt = c2 * t, wt = c3 * t;
  *f = c0 + t * (c1 + zt + wt * t);
  *d = (c1 + 2.0 * zt + 3.0 * wt * t) * TABLE_PER_UNIT;
  *s = (2.0 * c2 + 6.0 * wt) * (TABLE_PER_UNIT * TABLE_PER_UNIT);
}

// e^y for y ≤ 0, relative error below 1e-11; 0 below −700.
INLINE void KERNEL(exponential)(v8d *y) {
  v8d x = *y;
  PICK(x, x < -700.0, ((v8d){0}) - 700.0);
  const v8d shift = ((v8d){0}) + 6755399441055744.0;
  const v8d whole = x * 1.4426950408889634 + shift;
  const v8d k = whole - shift;
  const v8d r = (x - k * 0.693147180369123816490) - k * 1.90821492927058770002e-10;
  v8d p = r * (1.0 / 362880) + 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 0.5;
  p = p * r + 1.0;
  p = p * r + 1.0;
  v8d result = (v8d)((v8l)p + ((v8l)whole << 52));
  PICK(result, *y < -700.0, (v8d){0});
  *y = result;
}

// Product of many factors: mantissas in `m`, exponents summed in `e`, both lane by lane.
INLINE void KERNEL(multiply)(v8d *m, v8l *e, const v8d *factor) {
  const v8l bits = (v8l)(*m * *factor);
  *e += (bits >> 52) - 1023;
  *m = (v8d)((bits & 0x000fffffffffffffLL) | 0x3ff0000000000000LL);
}

INLINE double KERNEL(sum)(const v8d *v) {
  const v4d a = __builtin_shufflevector(*v, *v, 0, 1, 2, 3) + __builtin_shufflevector(*v, *v, 4, 5, 6, 7);
  const v2d b = __builtin_shufflevector(a, a, 0, 1) + __builtin_shufflevector(a, a, 2, 3);
  return b[0] + b[1];
}

INLINE double KERNEL(product)(const v8d *v) {
  const v4d a = __builtin_shufflevector(*v, *v, 0, 1, 2, 3) * __builtin_shufflevector(*v, *v, 4, 5, 6, 7);
  const v2d b = __builtin_shufflevector(a, a, 0, 1) * __builtin_shufflevector(a, a, 2, 3);
  return b[0] * b[1];
}

INLINE int64_t KERNEL(total)(const v8l *v) {
  return __builtin_reduce_add(*v);
}

INLINE double KERNEL(logarithm)(const v8d *m, const v8l *e) {
  return log(KERNEL(product)(m)) + (double)KERNEL(total)(e) * 0.69314718055994530942;
}

// Below the table, where a vote is all but impossible: one at a time, from the exact functions.
static double KERNEL(below)(double x, double *first, double *second) {
  const double lower = 0.5 * erfc(-x * 0.70710678118654752440);
  double value, m;
  if (x > -37) {
    value = log(lower);
    m = exp(-0.5 * x * x) / 2.5066282746310005024 / lower;
  } else {
    const double r = 1 / (x * x);
    value = -0.5 * x * x - 0.91893853320467274178 - log(-x) + log1p(-r * (1 - r * (3 - 15 * r)));
    m = -x / (1 - r * (1 - r * (3 - 15 * r)));
  }
  *first = m;
  *second = -m * (m + x);
  return value;
}

static __attribute__((noinline, cold)) void KERNEL(mend_lanes)(const v8d *x, v8d *f, v8d *d, v8d *s) {
  for (int k = 0; k < 8; k++) {
    if ((*x)[k] >= TABLE_LOW) continue;
    double first, second;
    (*f)[k] = KERNEL(below)((*x)[k], &first, &second);
    (*d)[k] = first;
    (*s)[k] = second;
  }
}

// Copies, so that the vectors of the loop need not live in memory for a call that hardly ever comes.
INLINE void KERNEL(mend)(const v8d *x, v8d *f, v8d *d, v8d *s) {
  const v8d at = *x;
  v8d value = *f, first = *d, second = *s;
  KERNEL(mend_lanes)(&at, &value, &first, &second);
  *f = value;
  *d = first;
  *s = second;
}

INLINE int KERNEL(any)(const v8l *mask) {
  return __builtin_reduce_or(*mask) != 0;
}

// An abstention: value less log(gap), gap, and the derivatives by a and b.
typedef struct {
  v8d value, gap, slopeA, slopeB, curveA, curveB, cross;
} KERNEL(abstention_t);

INLINE void KERNEL(abstention)(
    const double *table, const v8d *pa, const v8d *pb, int half, KERNEL(abstention_t) * out) {
  const v8d a = *pa, b = *pb;
  v8d near = b, far = a, nf, nd, ns, ff, fd, fs;
  if (half) {
    near = -b;
    KERNEL(lookup)(table, &far, &ff, &fd, &fs);
    KERNEL(lookup)(table, &near, &nf, &nd, &ns);
    const v8l low = (far < TABLE_LOW) | (near < TABLE_LOW);
    if (__builtin_expect(KERNEL(any)(&low), 0)) {
      KERNEL(mend)(&far, &ff, &fd, &fs);
      KERNEL(mend)(&near, &nf, &nd, &ns);
    }
    out->value = 0.5 * (ff + nf);
    out->gap = ((v8d){0}) + 1.0;
    out->slopeA = 0.5 * fd;
    out->slopeB = -0.5 * nd;
    out->curveA = -0.5 * fs;
    out->curveB = -0.5 * ns;
    out->cross = (v8d){0};
    return;
  }
  const v8l flip = a + b > 0.0;
  PICK(near, flip, -a);
  PICK(far, flip, -b);
  KERNEL(lookup)(table, &near, &nf, &nd, &ns);
  KERNEL(lookup)(table, &far, &ff, &fd, &fs);
  // Where both ends lie that low their difference counts; elsewhere the far one is nothing beside the near one.
  const v8l low = near < TABLE_LOW + 2.0;
  if (__builtin_expect(KERNEL(any)(&low), 0)) {
    KERNEL(mend)(&near, &nf, &nd, &ns);
    KERNEL(mend)(&far, &ff, &fd, &fs);
  }
  v8d q = ff - nf;
  KERNEL(exponential)(&q);
  v8d gap = 1.0 - q;
  PICK(gap, gap < 1e-12, ((v8d){0}) + 1e-12);
  const v8d over = 1.0 / gap;
  const v8d nearRate = nd * over, farRate = fd * q * over;
  v8d rateA = farRate, rateB = nearRate;
  PICK(rateA, flip, nearRate);
  PICK(rateB, flip, farRate);
  out->value = nf;
  out->gap = gap;
  out->slopeA = -rateA;
  out->slopeB = rateB;
  out->curveA = rateA * (rateA - a);
  out->curveB = rateB * (rateB + b);
  out->cross = -rateA * rateB;
}

// Lanes from `left` on take ends at which an abstention is certain and adds nothing.
INLINE void KERNEL(silence)(v8d *a, v8d *b, int64_t left, int half) {
  const v8l out = (v8l){0, 1, 2, 3, 4, 5, 6, 7} >= left;
  PICK(*a, out, ((v8d){0}) - (half ? -20.0 : 20.0));
  PICK(*b, out, ((v8d){0}) + (half ? -20.0 : 20.0));
}

// Up to eight abstentions on one item, and the positions that cast them.
INLINE void KERNEL(abstentions)(
    const double *table, const int32_t *index, int64_t left, const double *theta, double slope, double lower,
    double upper, int half, v8d *p, KERNEL(abstention_t) * z) {
  for (int k = 0; k < 8; k++) (*p)[k] = theta[index[k]];
  v8d a = lower - slope * *p, b = upper - slope * *p;
  KERNEL(silence)(&a, &b, left, half);
  KERNEL(abstention)(table, &a, &b, half, z);
}

void KERNEL(position)(
    const double *table, const int32_t *index, const int32_t *bounds, const double *items, double theta, int half,
    probit_position_sums *out) {
  const v8l lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  v8d value = {0}, first = {0}, information = {0};
  // Yes and no fill the lanes together: the noes lie `gap` further on.
  const int64_t yes = bounds[1] - bounds[0], gap = bounds[2] - bounds[1], both = yes + bounds[3] - bounds[2];
  for (int64_t i = 0; i < both; i += 8) {
    const v8l isNo = lanes >= yes - i;
    v8d slope, cut, f, d, s;
    for (int k = 0; k < 8; k++) {
      const int64_t no = i + k >= yes;
      const double *item = items + 3 * index[bounds[0] + i + k + (no ? gap : 0)];
      slope[k] = item[0];
      cut[k] = item[1 + no];
    }
    v8d x = cut - slope * theta;
    const v8d negative = -x, slopeBack = -slope;
    PICK(x, isNo, negative);
    PICK(slope, isNo, slopeBack);
    PICK(x, lanes >= both - i, ((v8d){0}) + 20.0);
    KERNEL(lookup)(table, &x, &f, &d, &s);
    const v8l low = x < TABLE_LOW;
    if (__builtin_expect(KERNEL(any)(&low), 0)) KERNEL(mend)(&x, &f, &d, &s);
    value += f;
    first -= slope * d;
    information -= slope * slope * s;
  }
  v8d mantissa = ((v8d){0}) + 1.0;
  v8l exponent = {0};
  for (int64_t i = bounds[1]; i < bounds[2]; i += 8) {
    v8d slope, lower, upper;
    for (int k = 0; k < 8; k++) {
      const double *item = items + 3 * index[i + k];
      slope[k] = item[0];
      lower[k] = item[1];
      upper[k] = item[2];
    }
    v8d a = lower - slope * theta, b = upper - slope * theta;
    KERNEL(silence)(&a, &b, bounds[2] - i, half);
    KERNEL(abstention_t) z;
    KERNEL(abstention)(table, &a, &b, half, &z);
    value += z.value;
    KERNEL(multiply)(&mantissa, &exponent, &z.gap);
    first -= slope * (z.slopeA + z.slopeB);
    information += slope * slope * (z.curveA + z.curveB + 2.0 * z.cross);
  }
  out->value = KERNEL(sum)(&value);
  out->mantissa = 1;
  out->exponent = 0;
  if (bounds[1] < bounds[2]) {
    out->mantissa = KERNEL(product)(&mantissa);
    out->exponent = (double)KERNEL(total)(&exponent);
  }
  out->first = KERNEL(sum)(&first);
  out->information = KERNEL(sum)(&information);
}

void KERNEL(item)(
    const double *table, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
    double upper, int half, probit_item_sums *out) {
  const v8l lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  v8d value = {0}, slopes = {0}, slopeSlope = {0};
  v8d ends[2] = {{0}, {0}}, ends2[2] = {{0}, {0}}, endsX[2] = {{0}, {0}};
  for (int side = 0; side < 2; side++) {
    const int64_t end = bounds[side ? 3 : 1];
    const double sign = side ? -1 : 1, cut = side ? upper : lower;
    v8d sum1 = {0}, sum2 = {0}, sum2x = {0};
    for (int64_t i = bounds[side ? 2 : 0]; i < end; i += 8) {
      v8d p, f, d, s;
      for (int k = 0; k < 8; k++) p[k] = theta[index[i + k]];
      v8d x = sign * (cut - slope * p);
      PICK(x, lanes >= end - i, ((v8d){0}) + 20.0);
      KERNEL(lookup)(table, &x, &f, &d, &s);
      const v8l low = x < TABLE_LOW;
      if (__builtin_expect(KERNEL(any)(&low), 0)) KERNEL(mend)(&x, &f, &d, &s);
      const v8d weighted = s * p;
      value += f;
      sum1 += d;
      slopes -= sign * (d * p);
      sum2 -= s;
      sum2x += weighted;
      slopeSlope -= weighted * p;
    }
    ends[side] = sign * sum1;
    ends2[side] = sum2;
    endsX[side] = sum2x;
  }
  v8d mantissa = ((v8d){0}) + 1.0, cross = {0};
  v8l exponent = {0};
  for (int64_t i = bounds[1]; i < bounds[2]; i += 8) {
    v8d p;
    KERNEL(abstention_t) z;
    KERNEL(abstentions)(table, index + i, bounds[2] - i, theta, slope, lower, upper, half, &p, &z);
    const v8d curveA = z.curveA + z.cross, curveB = z.curveB + z.cross;
    value += z.value;
    KERNEL(multiply)(&mantissa, &exponent, &z.gap);
    ends[0] += z.slopeA;
    ends[1] += z.slopeB;
    slopes -= (z.slopeA + z.slopeB) * p;
    ends2[0] += z.curveA;
    ends2[1] += z.curveB;
    cross += z.cross;
    endsX[0] -= curveA * p;
    endsX[1] -= curveB * p;
    slopeSlope += (curveA + curveB) * p * p;
  }
  out->value = KERNEL(sum)(&value);
  if (bounds[1] < bounds[2]) out->value += KERNEL(logarithm)(&mantissa, &exponent);
  out->slope = KERNEL(sum)(&slopes);
  out->lower = KERNEL(sum)(&ends[0]);
  out->upper = KERNEL(sum)(&ends[1]);
  out->slopeSlope = KERNEL(sum)(&slopeSlope);
  out->slopeLower = KERNEL(sum)(&endsX[0]);
  out->slopeUpper = KERNEL(sum)(&endsX[1]);
  out->lowerLower = KERNEL(sum)(&ends2[0]);
  out->lowerUpper = KERNEL(sum)(&cross);
  out->upperUpper = KERNEL(sum)(&ends2[1]);
}

double KERNEL(item_abstentions)(
    const double *table, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
    double upper, int half) {
  if (bounds[1] >= bounds[2]) return 0;
  v8d value = {0}, mantissa = ((v8d){0}) + 1.0;
  v8l exponent = {0};
  for (int64_t i = bounds[1]; i < bounds[2]; i += 8) {
    v8d p;
    KERNEL(abstention_t) z;
    KERNEL(abstentions)(table, index + i, bounds[2] - i, theta, slope, lower, upper, half, &p, &z);
    value += z.value;
    KERNEL(multiply)(&mantissa, &exponent, &z.gap);
  }
  return KERNEL(sum)(&value) + KERNEL(logarithm)(&mantissa, &exponent);
}
