-- Percent from the top inside a distribution, in whole numbers: grades in hundredths, percents in tenths.
create macro hundredths(grade) as cast(grade * 100 as bigint);

create macro lowest_bin(grade) as least(hundredths(grade) // 100, 99);

create macro count_in_bin(bins, bin) as cast(bins[bin + 1] as bigint);

-- An empty slice above the top bin has no sum.
create macro count_above_bin(bins, bin) as
    cast(coalesce(list_sum(bins[bin + 2:100]), 0) as bigint);

-- One decimal, half away from zero; the numerator counts hundredths of an applicant.
create macro percent_of(numerator, population) as
    cast(
        cast((2 * 10 * numerator + population) // (2 * population) as decimal(18, 0))
        * cast(0.1 as decimal(2, 1)) as decimal(18, 1)
    );

create macro is_comparable(grade, bins, population) as
    coalesce(grade between 0 and 100 and bins is not null and population > 0, false);

create macro standing_estimate(grade, bins, population) as
    case
        when is_comparable(grade, bins, population) then percent_of(
            (100 - (hundredths(grade) - 100 * lowest_bin(grade))) * count_in_bin(bins, lowest_bin(grade))
            + 100 * count_above_bin(bins, lowest_bin(grade)),
            population
        )
    end;

create macro standing_lower_end(grade, bins, population) as
    case
        when is_comparable(grade, bins, population)
            then percent_of(100 * count_above_bin(bins, lowest_bin(grade)), population)
    end;

create macro standing_upper_end(grade, bins, population) as
    case
        when is_comparable(grade, bins, population) then percent_of(
            100 * (
                count_in_bin(bins, lowest_bin(grade)) + count_above_bin(bins, lowest_bin(grade))
            ),
            population
        )
    end;
