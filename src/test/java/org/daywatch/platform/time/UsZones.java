package org.daywatch.platform.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every zone kept somewhere in the United States and its territories, and the days around their clock changes. */
final class UsZones {

    static final List<ZoneId> ALL = Stream.of(
            "America/New_York", "America/Detroit", "America/Kentucky/Louisville", "America/Kentucky/Monticello",
            "America/Indiana/Indianapolis", "America/Indiana/Vincennes", "America/Indiana/Winamac",
            "America/Indiana/Marengo",
            "America/Indiana/Petersburg", "America/Indiana/Vevay", "America/Indiana/Tell_City", "America/Indiana/Knox",
            "America/Chicago", "America/Menominee", "America/North_Dakota/Center", "America/North_Dakota/New_Salem",
            "America/North_Dakota/Beulah", "America/Denver", "America/Boise", "America/Phoenix", "Navajo",
            "America/Los_Angeles",
            "America/Anchorage", "America/Juneau", "America/Sitka", "America/Metlakatla", "America/Yakutat",
            "America/Nome",
            "America/Adak", "Pacific/Honolulu", "America/Puerto_Rico", "America/St_Thomas", "Pacific/Guam",
            "Pacific/Saipan",
            "Pacific/Pago_Pago").map(ZoneId::of).toList();

    private UsZones() {}

    static List<LocalDate> daysAroundChanges(int from, int to) {
        var rules = ZoneId.of("America/New_York").getRules();
        return IntStream.rangeClosed(from, to).boxed().flatMap(year -> Stream.iterate(
                rules.nextTransition(java.time.Instant.parse(year + "-01-01T12:00:00Z")),
                change -> rules.nextTransition(change.getInstant())).limit(2))
                .flatMap(change -> IntStream.rangeClosed(-1, 1)
                        .mapToObj(change.getDateTimeBefore().toLocalDate()::plusDays))
                .toList();
    }
}
