package org.daywatch.scheduling.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.daywatch.platform.json.JsonText;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.jspecify.annotations.Nullable;

/** An explanation as {@code daywatch.roster-explanation} 1; what does not apply is left out. */
public final class ExplanationJson {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private final ScheduleExplanation explained;
    private final Function<String, ZoneId> clocks;

    private ExplanationJson(ScheduleExplanation explained, Function<String, ZoneId> clocks) {
        this.explained = explained;
        this.clocks = clocks;
    }

    /**
     * @param problem for the clocks in which periods are told: the officer's department's, the school's for the shift
     */
    public static byte[] write(ScheduleExplanation explained, ScheduleProblem problem) {
        return new ExplanationJson(explained, Clocks.of(problem))
                .bytes(Clocks.school(problem, explained.shift().school()));
    }

    private byte[] bytes(ZoneId school) {
        var s = explained.shift();
        var text = new JsonText("daywatch.roster-explanation")
                .field("problem", object("id", explained.problem(), "sha256", explained.sha256()))
                .field("shift",
                        object("id", s.id(), "school", s.school(), "day", s.day().toString(), "start",
                                moment(s.window().start(), school),
                                "end", moment(s.window().end(), school), "needs", s.needs(), "filled",
                                explained.filled(), "unfilled", explained.unfilled()))
                .list("holders", explained.holders().stream().map(this::holder).iterator())
                .list("others", explained.others().stream().map(this::other).iterator())
                .list("would_fill",
                        explained.wouldFill().stream()
                                .map(o -> object("officer", o.officer(), "minutes", o.minutes(), "rules",
                                        findings(o.officer(), o.rules())))
                                .iterator())
                .list("credentials", explained.credentials().stream().map(c -> object("code", c.code(), "shifts",
                        c.shifts(), "seats", c.seats(), "officers", c.officers())).iterator());
        var chain = explained.chain();
        return text.field("chain", chain == null
                ? null
                : object("points", chain.points(), "steps",
                        chain.steps().stream().map(step -> object("officer", step.officer(), "takes", step.takes(),
                                "leaves", step.leaves())).toList()))
                .bytes();
    }

    private Map<String, Object> holder(ScheduleExplanation.Holder h) {
        var next = h.next();
        return object("officer", h.officer(), "pinned", h.pinned(), "points", points(h.points()), "terms",
                terms(h.terms()),
                "next",
                next == null
                        ? null
                        : object("officer", next.officer(), "points", points(next.points()), "terms",
                                terms(next.terms()), "ahead", terms(next.ahead())),
                "broken", h.broken().isEmpty() ? null : findings(h.officer(), h.broken()));
    }

    private Map<String, Object> other(ScheduleExplanation.Other o) {
        boolean could = o.lacks().isEmpty();
        return object("officer", o.officer(), "could", could, "seats", o.seats(), "points",
                could ? points(o.points()) : null, "terms", could ? terms(o.terms()) : null,
                "lacks", could ? null : findings(o.officer(), o.lacks()));
    }

    private List<Object> findings(String officer, List<SeatFinding> findings) {
        var zone = clocks.apply(officer);
        return findings.stream()
                .map(f -> (Object) object("code", f.code(), "policy", f.policy(), "other", f.other(), "reached",
                        f.reached(), "limit", f.limit(),
                        "from", f.period() == null ? null : moment(f.period().start(), zone), "to",
                        f.period() == null ? null : moment(f.period().end(), zone),
                        "mend", f.mend() == 0 ? null : f.mend(), "words", f.words(), "takes", f.takes()))
                .toList();
    }

    private @Nullable Long points(long points) {
        return explained.points() ? points : null;
    }

    private @Nullable Object terms(Map<String, Long> terms) {
        return explained.points() ? terms : null;
    }

    private static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    private static Map<String, Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
