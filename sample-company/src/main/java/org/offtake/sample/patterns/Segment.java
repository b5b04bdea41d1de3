package org.offtake.sample.patterns;

/** A line of business with its own season: about one over the year, nearly nothing from Christmas to New Year. */
enum Segment {
    S0(0.61, 0.204, -0.133, 0.035, 0.078, 1),
    S1(0.24, 0.121, -0.090, 0.096, 0.162, 1),
    S2(0.15, 0.125, -0.050, 0.020, 0.020, 1.65);

    private static final double CHRISTMAS_PACE = 0.05;
    private static final int CHRISTMAS_BEGINS = 358;
    private static final int CHRISTMAS_ENDS = 1;
    private static final int SHOPPING_BEGINS = 318;

    private final double share;
    private final double cosine;
    private final double sine;
    private final double secondCosine;
    private final double secondSine;
    private final double shopping;

    Segment(double share, double cosine, double sine, double secondCosine, double secondSine, double shopping) {
        this.share = share;
        this.cosine = cosine;
        this.sine = sine;
        this.secondCosine = secondCosine;
        this.secondSine = secondSine;
        this.shopping = shopping;
    }

    /** The segment of a customer, by a number between nought and one. */
    static Segment of(double drawn) {
        double sum = 0;
        for (Segment it : values()) {
            sum += it.share;
            if (drawn < sum) {
                return it;
            }
        }
        return S2;
    }

    /** How fast demand runs on a day, counted from the first; the mean over the days without Christmas is one or a little more. */
    double pace(int day) {
        int dayOfYear = TwoYears.dayOfYear(day);
        double angle = 2 * Math.PI * dayOfYear / TwoYears.YEAR;
        double wave = 1
                + cosine * StrictMath.cos(angle)
                + sine * StrictMath.sin(angle)
                + secondCosine * StrictMath.cos(2 * angle)
                + secondSine * StrictMath.sin(2 * angle);
        if (dayOfYear >= CHRISTMAS_BEGINS || dayOfYear <= CHRISTMAS_ENDS) {
            return wave * CHRISTMAS_PACE;
        }
        return dayOfYear >= SHOPPING_BEGINS ? wave * shopping : wave;
    }
}
