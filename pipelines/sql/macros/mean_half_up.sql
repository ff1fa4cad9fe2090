-- Mean with one decimal, half away from zero, of values that are not negative and have up to two decimals.
create macro mean_half_up(total, entries) as
    case
        when entries > 0 then cast(
            cast(
                (2 * cast(total * 100 as bigint) + 10 * entries) // (20 * entries) as decimal(18, 0)
            ) * cast(0.1 as decimal(2, 1)) as decimal(5, 1)
        )
    end;
