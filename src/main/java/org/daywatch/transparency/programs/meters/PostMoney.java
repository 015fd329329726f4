package org.daywatch.transparency.programs.meters;

import java.time.LocalDate;
import org.daywatch.directory.FundedPosts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a funded post's award in this school year, in cents: paid time by the clock at the price of an hour.
 *
 * @param left below zero where more was spent than the award holds
 * @param forecast what will be left at the year's end, if the rest goes as the last school days went; null where that
 * cannot be said
 */
public record PostMoney(long award, long spent, long left, @Nullable Long forecast) {

    /** Minutes of pay: in all, and on the last {@link YearDays#RECENT} school days. */
    public static PostMoney of(Money money, long paid, long recent, YearDays year, LocalDate asOf) {
        long spent = cost(money, paid);
        if (!year.known() || year.passed(asOf) == 0)
            return new PostMoney(money.yearAward(), spent, money.yearAward() - spent, null);
        long coming = recent * year.left(asOf) / year.recent(asOf);
        return new PostMoney(money.yearAward(), spent, money.yearAward() - spent,
                money.yearAward() - cost(money, paid + coming));
    }

    /** Half a cent is rounded up. */
    private static long cost(Money money, long minutes) {
        return (minutes * money.hour() + 30) / 60;
    }

    public Standing standing() {
        if (left < 0) return Standing.MISSED;
        return forecast != null && forecast < 0 ? Standing.BEHIND : Standing.ON_PACE;
    }
}
