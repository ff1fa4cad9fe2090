-- fail: every distribution has 100 bins and ten bars with the same total
select
    grade_distribution_id,
    len(grade_bins) as bins,
    bin_total,
from grade_distribution
where len(grade_bins) <> 100
    or list_contains(grade_bins, null)
    or list_min(grade_bins) < 0
    or list_sum(ten_point_bars) <> bin_total
