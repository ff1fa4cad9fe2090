-- Ten bars of ten bins; the last holds 90 to 100.
create macro ten_point_bars_of(bins) as
    [cast(list_sum(bins[10 * bar + 1:10 * bar + 10]) as integer) for bar in range(10)];
