package org.daywatch.staffing.whatif;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.whatif.WhatIfProposal.Change;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about a proposal; what is wrong is named by its field. */
record WhatIfForm(Map<String, String> typed) {

    static final Set<String> COUNTED = Set.of("WORKED", "OFF_DUTY", "OFF_DUTY_HERE");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,3})(?::([0-5]\\d))?");
    private static final int LONGEST_DAYS = 400;
    private static final int MOST_DAYS = 40;
    private static final int MOST_MARGIN = 180;

    LocalDate from() {
        return day("from");
    }

    LocalDate to() {
        var to = day("to");
        if (to.isBefore(from())) throw new InvalidInput("to", "" + to, "whatif.wrong.order");
        if (from().plusDays(LONGEST_DAYS).isBefore(to)) throw new InvalidInput("to", "" + to, "whatif.wrong.far");
        return to;
    }

    WhatIfProposal.Limit limit(DepartmentFacts department) {
        var policy = text("policy");
        var change = policy.isEmpty() ? Change.ADD : text("change").equals("END") ? Change.END : Change.VALUE;
        if (change != Change.ADD && department.policies().stream().noneMatch(p -> p.id().equals(policy)))
            throw new InvalidInput("policy", policy, "whatif.wrong.policy");
        if (change == Change.END) return new WhatIfProposal.Limit(department.id(), change, policy, "", 0, null, "", "");
        var shape = text("shape");
        if (change == Change.ADD && !Shapes.ALL.contains(shape))
            throw new InvalidInput("shape", shape, "whatif.wrong.shape");
        var counts = text("counts").isEmpty() ? "WORKED" : text("counts");
        if (!COUNTED.contains(counts)) throw new InvalidInput("counts", counts, "whatif.wrong.counts");
        var action = text("action");
        if (!Set.of("", "BLOCK", "APPROVE").contains(action))
            throw new InvalidInput("action", action, "whatif.wrong.action");
        return new WhatIfProposal.Limit(department.id(), change, policy, change == Change.ADD ? shape : "",
                minutes("hours"), text("length").isEmpty() ? null : minutes("length"),
                counts, change == Change.ADD && action.isEmpty() ? "BLOCK" : action);
    }

    WhatIfProposal.Calendar calendar(Set<UUID> districts) {
        var district = Ids.find(text("district")).orElse(null);
        if (district == null ? !text("district").isEmpty() : !districts.contains(district))
            throw new InvalidInput("district", text("district"), "whatif.wrong.district");
        var closed = days("closed");
        var opened = days("opened");
        opened.stream().filter(closed::contains).findFirst().ifPresent(d -> {
            throw new InvalidInput("opened", "" + d, "whatif.wrong.both");
        });
        int earlier = margin("earlier");
        int later = margin("later");
        if (closed.isEmpty() && opened.isEmpty() && earlier == 0 && later == 0)
            throw new InvalidInput("closed", "", "whatif.wrong.nothing");
        return new WhatIfProposal.Calendar(district, closed, opened, earlier, later);
    }

    private LocalDate day(String field) {
        return Days.find(text(field)).orElseThrow(() -> new InvalidInput(field, text(field), "whatif.wrong.date"));
    }

    /** Days written one after another, with blanks or commas between. Each lies within the days replayed. */
    private List<LocalDate> days(String field) {
        if (text(field).isEmpty()) return List.of();
        var days = Arrays.stream(text(field).split("[\\s,;]+"))
                .map(d -> Days.find(d).orElseThrow(() -> new InvalidInput(field, d, "whatif.wrong.days"))).distinct()
                .sorted().toList();
        if (days.size() > MOST_DAYS) throw new InvalidInput(field, "" + days.size(), "whatif.wrong.many");
        days.stream().filter(d -> d.isBefore(from()) || d.isAfter(to())).findFirst().ifPresent(d -> {
            throw new InvalidInput(field, "" + d, "whatif.wrong.outside");
        });
        return days;
    }

    private int margin(String field) {
        if (text(field).isEmpty()) return 0;
        try {
            int minutes = Integer.parseInt(text(field));
            if (Math.abs(minutes) <= MOST_MARGIN) return minutes;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidInput(field, text(field), "whatif.wrong.margin");
    }

    /** "40" and "40:00" are forty hours. */
    private int minutes(String field) {
        var m = HOURS.matcher(text(field));
        if (!m.matches()) throw new InvalidInput(field, text(field), "whatif.wrong.hours");
        return (int) Duration.ofHours(Long.parseLong(m.group(1)))
                .plusMinutes(m.group(2) == null ? 0 : Long.parseLong(m.group(2))).toMinutes();
    }

    private String text(String field) {
        @Nullable String value = typed.get(field);
        return value == null ? "" : value.strip();
    }
}
