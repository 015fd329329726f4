package org.daywatch.staffing.workedhours;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.staffing.workedhours.WorkedHours.Part;

/** Worked hours summed: by officer, by department or by school. */
public enum WorkedTotals {
    OFFICER(p -> p.card().shift().officerName() + "\t" + p.department()),
    DEPARTMENT(Part::department),
    SCHOOL(p -> p.card().school());

    private static final List<String> SUMS = List.of("shifts", "worked_minutes", "payable_minutes", "paid_minutes",
            "paid_hours");

    private final Function<Part, String> key;

    WorkedTotals(Function<Part, String> key) {
        this.key = key;
    }

    public List<String> header() {
        var columns = this == OFFICER
                ? Stream.of("officer", "department")
                : Stream.of(name().toLowerCase(java.util.Locale.ROOT));
        return Stream.concat(columns, SUMS.stream()).toList();
    }

    public Stream<List<Object>> rows(Stream<Part> parts) {
        Map<String, List<Part>> groups = parts.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(e -> {
            long paid = sum(e.getValue(), Part::paid);
            return Stream.concat(Stream.<Object>of((Object[]) e.getKey().split("\t")), Stream.<Object>of(
                    e.getValue().stream().map(Part::shiftId).distinct().count(), sum(e.getValue(), Part::worked),
                    sum(e.getValue(), Part::payable), paid, WorkedHours.hours(paid))).toList();
        });
    }

    private static long sum(List<Part> parts, Function<Part, Long> what) {
        return parts.stream().mapToLong(what::apply).sum();
    }
}
