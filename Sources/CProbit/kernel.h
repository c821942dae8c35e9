// The functions of CProbit.h once, under the names that KERNEL makes; included for each set of instructions.

// Eight rows of four numbers, column by column.
INLINE void KERNEL(columns)(
    const double *table, const v8i *row, v8d *c0, v8d *c1, v8d *c2, v8d *c3) {
  const v8i i = *row * 4;
  const v4d q0 = *(const v4d *)(table + i[0]), q1 = *(const v4d *)(table + i[1]);
  const v4d q2 = *(const v4d *)(table + i[2]), q3 = *(const v4d *)(table + i[3]);
  const v4d q4 = *(const v4d *)(table + i[4]), q5 = *(const v4d *)(table + i[5]);
  const v4d q6 = *(const v4d *)(table + i[6]), q7 = *(const v4d *)(table + i[7]);
  const v8d r04 = __builtin_shufflevector(q0, q4, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d r15 = __builtin_shufflevector(q1, q5, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d r26 = __builtin_shufflevector(q2, q6, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d r37 = __builtin_shufflevector(q3, q7, 0, 1, 2, 3, 4, 5, 6, 7);
  const v8d even01 = __builtin_shufflevector(r04, r15, 0, 8, 2, 10, 4, 12, 6, 14);
  const v8d odd01 = __builtin_shufflevector(r04, r15, 1, 9, 3, 11, 5, 13, 7, 15);
  const v8d even23 = __builtin_shufflevector(r26, r37, 0, 8, 2, 10, 4, 12, 6, 14);
  const v8d odd23 = __builtin_shufflevector(r26, r37, 1, 9, 3, 11, 5, 13, 7, 15);
  *c0 = __builtin_shufflevector(even01, even23, 0, 1, 8, 9, 4, 5, 12, 13);
  *c2 = __builtin_shufflevector(even01, even23, 2, 3, 10, 11, 6, 7, 14, 15);
  *c1 = __builtin_shufflevector(odd01, odd23, 0, 1, 8, 9, 4, 5, 12, 13);
  *c3 = __builtin_shufflevector(odd01, odd23, 2, 3, 10, 11, 6, 7, 14, 15);
}

// The piece of a table of 1,024 and a last one, held between its ends, that each number lies in, and how far in.
INLINE void KERNEL(place)(const v8d *x, double low, double per_unit, v8i *piece, v8d *within) {
  v8d u = (*x - low) * per_unit;
  PICK(u, u < 0.0, (v8d){0});
  PICK(u, u > TABLE_PIECES, ((v8d){0}) + TABLE_PIECES);
  *piece = __builtin_convertvector(u, v8i);
  *within = u - __builtin_convertvector(*piece, v8d);
}

// log Φ(x), its first and second derivative.
INLINE void KERNEL(lookup)(const double *table, const v8d *x, v8d *f, v8d *d, v8d *s) {
  v8i i;
  v8d t, c0, c1, c2, c3;
  KERNEL(place)(x, TABLE_LOW, TABLE_PER_UNIT, &i, &t);
  KERNEL(columns)(table, &i, &c0, &c1, &c2, &c3);
  const v8d zt = c2 * t, wt = c3 * t;
  *f = c0 + t * (c1 + zt + wt * t);
  *d = (c1 + 2.0 * zt + 3.0 * wt * t) * TABLE_PER_UNIT;
  *s = (2.0 * c2 + 6.0 * wt) * (TABLE_PER_UNIT * TABLE_PER_UNIT);
}

// Φ(x) and φ(x).
INLINE void KERNEL(normal)(const double *table, const v8d *x, v8d *f, v8d *d) {
  v8i i;
  v8d t, c0, c1, c2, c3;
  KERNEL(place)(x, NORMAL_LOW, NORMAL_PER_UNIT, &i, &t);
  KERNEL(columns)(table, &i, &c0, &c1, &c2, &c3);
  const v8d zt = c2 * t, wt = c3 * t;
  *f = c0 + t * (c1 + zt + wt * t);
  *d = (c1 + 2.0 * zt + 3.0 * wt * t) * NORMAL_PER_UNIT;
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

// Half a yes and half a no.
INLINE void KERNEL(half_way)(const double *table, const v8d *a, const v8d *b, KERNEL(abstention_t) * out) {
  const v8d far = *a, near = -*b;
  v8d nf, nd, ns, ff, fd, fs;
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
}

// An abstention that is all but impossible: by logarithms, for its probability is a difference of numbers that hardly differ.
static __attribute__((noinline, cold)) void KERNEL(unlikely)(
    const double *table, const v8d *pa, const v8d *pb, v8d *value, v8d *gap, v8d *rateA, v8d *rateB) {
  const v8d a = *pa, b = *pb;
  v8d near = b, far = a, nf, nd, ns, ff, fd, fs;
  const v8l flip = a + b > 0.0;
  PICK(near, flip, -a);
  PICK(far, flip, -b);
  KERNEL(lookup)(table, &near, &nf, &nd, &ns);
  KERNEL(lookup)(table, &far, &ff, &fd, &fs);
  // Where both ends lie that low their difference counts; elsewhere the far one is nothing beside the near one.
  const v8l low = near < TABLE_LOW + 2.0;
  if (KERNEL(any)(&low)) {
    KERNEL(mend)(&near, &nf, &nd, &ns);
    KERNEL(mend)(&far, &ff, &fd, &fs);
  }
  v8d q = ff - nf;
  KERNEL(exponential)(&q);
  v8d left = 1.0 - q;
  PICK(left, left < 1e-12, ((v8d){0}) + 1e-12);
  const v8d nearRate = nd / left, farRate = fd * q / left;
  v8d ofA = farRate, ofB = nearRate;
  PICK(ofA, flip, nearRate);
  PICK(ofB, flip, farRate);
  const v8l here = *gap < UNLIKELY;
  PICK(*value, here, nf);
  PICK(*gap, here, left);
  PICK(*rateA, here, ofA);
  PICK(*rateB, here, ofB);
}

INLINE void KERNEL(abstention)(
    const probit_tables *tables, const v8d *pa, const v8d *pb, int half, KERNEL(abstention_t) * out) {
  if (half) {
    KERNEL(half_way)(tables->log_normal, pa, pb, out);
    return;
  }
  const v8d a = *pa, b = *pb;
  v8d belowA, densityA, belowB, densityB;
  KERNEL(normal)(tables->normal, &a, &belowA, &densityA);
  KERNEL(normal)(tables->normal, &b, &belowB, &densityB);
  v8d value = {0}, gap = belowB - belowA;
  const v8d over = 1.0 / gap;
  v8d rateA = densityA * over, rateB = densityB * over;
  const v8l small = gap < UNLIKELY;
  if (__builtin_expect(KERNEL(any)(&small), 0)) {
    // Copies, so that the vectors of the loop need not live in memory for a call that comes seldom.
    v8d value2 = value, gap2 = gap, rateA2 = rateA, rateB2 = rateB;
    KERNEL(unlikely)(tables->log_normal, &a, &b, &value2, &gap2, &rateA2, &rateB2);
    value = value2;
    gap = gap2;
    rateA = rateA2;
    rateB = rateB2;
  }
  out->value = value;
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
    const probit_tables *tables, const int32_t *index, int64_t left, const double *theta, double slope, double lower,
    double upper, int half, v8d *p, KERNEL(abstention_t) * z) {
  for (int k = 0; k < 8; k++) (*p)[k] = theta[index[k]];
  v8d a = lower - slope * *p, b = upper - slope * *p;
  KERNEL(silence)(&a, &b, left, half);
  KERNEL(abstention)(tables, &a, &b, half, z);
}

// Votes for and against from `from` to `to`: log-likelihood, and by vote its first derivative and minus its second.
INLINE void KERNEL(sides)(
    const probit_votes *v, const double *items, const double *theta, int64_t from, int64_t to, double *first,
    double *information, v8d *value) {
  const v8l lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  for (int64_t i = from; i < to; i += 8) {
    const int32_t *cut = v->side_cut + i, *owner = v->side_owner + i;
    const v2d q0 = *(const v2d *)(items + 2 * cut[0]), q1 = *(const v2d *)(items + 2 * cut[1]);
    const v2d q2 = *(const v2d *)(items + 2 * cut[2]), q3 = *(const v2d *)(items + 2 * cut[3]);
    const v2d q4 = *(const v2d *)(items + 2 * cut[4]), q5 = *(const v2d *)(items + 2 * cut[5]);
    const v2d q6 = *(const v2d *)(items + 2 * cut[6]), q7 = *(const v2d *)(items + 2 * cut[7]);
    const v4d q01 = __builtin_shufflevector(q0, q1, 0, 1, 2, 3), q23 = __builtin_shufflevector(q2, q3, 0, 1, 2, 3);
    const v4d q45 = __builtin_shufflevector(q4, q5, 0, 1, 2, 3), q67 = __builtin_shufflevector(q6, q7, 0, 1, 2, 3);
    const v8d low = __builtin_shufflevector(q01, q23, 0, 1, 2, 3, 4, 5, 6, 7);
    const v8d high = __builtin_shufflevector(q45, q67, 0, 1, 2, 3, 4, 5, 6, 7);
    const v8d slope = __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14);
    const v8d at = __builtin_shufflevector(low, high, 1, 3, 5, 7, 9, 11, 13, 15);
    v8d p, f, d, s;
    for (int k = 0; k < 8; k++) p[k] = theta[owner[k]];
    v8d x = at - slope * p;
    PICK(x, lanes >= to - i, ((v8d){0}) + 20.0);
    KERNEL(lookup)(v->tables.log_normal, &x, &f, &d, &s);
    const v8l beneath = x < TABLE_LOW;
    if (__builtin_expect(KERNEL(any)(&beneath), 0)) KERNEL(mend)(&x, &f, &d, &s);
    *value += f;
    *(v8u *)(first + (i - from)) = -slope * d;
    *(v8u *)(information + (i - from)) = -slope * slope * s;
  }
}

// Abstentions from `from` to `to`, as `sides`.
INLINE void KERNEL(gaps)(
    const probit_votes *v, const double *items, const double *theta, int64_t from, int64_t to, double *first,
    double *information, v8d *value, v8d *mantissa, v8l *exponent) {
  for (int64_t i = from; i < to; i += 8) {
    const v8i item = *(const v8iu *)(v->gap_item + i);
    const int32_t *owner = v->gap_owner + i;
    v8d slope, lower, back, under, p;
    KERNEL(columns)(items, &item, &slope, &lower, &back, &under);
    for (int k = 0; k < 8; k++) p[k] = theta[owner[k]];
    const v8d mean = slope * p;
    v8d a = lower - mean, b = -under - mean;
    KERNEL(silence)(&a, &b, to - i, v->half_way);
    KERNEL(abstention_t) z;
    KERNEL(abstention)(&v->tables, &a, &b, v->half_way, &z);
    *value += z.value;
    KERNEL(multiply)(mantissa, exponent, &z.gap);
    *(v8u *)(first + (i - from)) = -slope * (z.slopeA + z.slopeB);
    *(v8u *)(information + (i - from)) = slope * slope * (z.curveA + z.curveB + 2.0 * z.cross);
  }
}

// Adds the numbers from `from` to `to` of two rows.
INLINE void KERNEL(fold)(
    const double *first, const double *information, int64_t from, int64_t to, v8d *ofFirst, v8d *ofInformation) {
  const v8l lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  for (int64_t i = from; i < to; i += 8) {
    const v8l out = lanes >= to - i;
    v8d f = *(const v8u *)(first + i), h = *(const v8u *)(information + i);
    PICK(f, out, (v8d){0});
    PICK(h, out, (v8d){0});
    *ofFirst += f;
    *ofInformation += h;
  }
}

void KERNEL(votes)(
    const probit_votes *v, const double *items, const double *theta, int64_t start, int64_t count, double *first,
    double *information, probit_sum *out) {
  const int32_t *sides = v->side_bounds + start, *gaps = v->gap_bounds + start;
  const int64_t after = sides[count] - sides[0];
  v8d value = {0}, mantissa = ((v8d){0}) + 1.0;
  v8l exponent = {0};
  KERNEL(sides)(v, items, theta, sides[0], sides[count], first, information, &value);
  KERNEL(gaps)(
      v, items, theta, gaps[0], gaps[count], first + after, information + after, &value, &mantissa, &exponent);
  out->value = KERNEL(sum)(&value);
  out->mantissa = 1;
  out->exponent = 0;
  if (gaps[0] < gaps[count]) {
    out->mantissa = KERNEL(product)(&mantissa);
    out->exponent = (double)KERNEL(total)(&exponent);
  }
}

void KERNEL(positions)(
    const probit_votes *v, const double *items, const double *theta, int64_t start, int64_t count, double *scratch,
    double *first, double *information, probit_sum *out) {
  const int32_t *sides = v->side_bounds + start, *gaps = v->gap_bounds + start;
  const int64_t room = sides[count] - sides[0] + gaps[count] - gaps[0] + PROBIT_ROOM;
  double *ofVote = scratch + room;
  KERNEL(votes)(v, items, theta, start, count, scratch, ofVote, out);
  const int64_t before = -sides[0], after = sides[count] - sides[0] - gaps[0];
  for (int64_t k = 0; k < count; k++) {
    v8d f = {0}, h = {0};
    KERNEL(fold)(scratch, ofVote, sides[k] + before, sides[k + 1] + before, &f, &h);
    KERNEL(fold)(scratch, ofVote, gaps[k] + after, gaps[k + 1] + after, &f, &h);
    first[k] = KERNEL(sum)(&f);
    information[k] = KERNEL(sum)(&h);
  }
}

void KERNEL(item)(
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
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
      KERNEL(lookup)(tables->log_normal, &x, &f, &d, &s);
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
    KERNEL(abstentions)(tables, index + i, bounds[2] - i, theta, slope, lower, upper, half, &p, &z);
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
    const probit_tables *tables, const int32_t *index, const int32_t *bounds, const double *theta, double slope, double lower,
    double upper, int half) {
  if (bounds[1] >= bounds[2]) return 0;
  v8d value = {0}, mantissa = ((v8d){0}) + 1.0;
  v8l exponent = {0};
  for (int64_t i = bounds[1]; i < bounds[2]; i += 8) {
    v8d p;
    KERNEL(abstention_t) z;
    KERNEL(abstentions)(tables, index + i, bounds[2] - i, theta, slope, lower, upper, half, &p, &z);
    value += z.value;
    KERNEL(multiply)(&mantissa, &exponent, &z.gap);
  }
  return KERNEL(sum)(&value) + KERNEL(logarithm)(&mantissa, &exponent);
}
