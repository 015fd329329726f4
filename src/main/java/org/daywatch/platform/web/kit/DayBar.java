package org.daywatch.platform.web.kit;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A school's day drawn as one bar: what was required, covered and uncovered, in minutes from midnight of the school's
 * clock. The sentence says the same in words; the drawing only makes it quick.
 */
public record DayBar(int from, int to, List<Span> spans, String sentence) {

    /** REQUIRED is drawn thin underneath; PLANNED is promised but not begun; the others say what happened. */
    public enum Kind {
        REQUIRED, PLANNED, COVERED, UNCOVERED, AT_RISK
    }

    public record Span(Kind kind, int from, int to, String label) {
        public Span {
            if (to < from)
                throw new IllegalArgumentException(
                        "A span cannot end (minute %d) before it starts (%d)".formatted(to, from));
        }
    }

    /** Widens to whole hours around everything drawn, 07:00 to 16:00 at least. */
    public static DayBar around(List<Span> spans, String sentence) {
        var first = spans.stream().mapToInt(Span::from).min().orElse(7 * 60);
        var last = spans.stream().mapToInt(Span::to).max().orElse(16 * 60);
        return new DayBar(Math.min(7 * 60, first / 60 * 60), Math.max(16 * 60, (last + 59) / 60 * 60),
                List.copyOf(spans), sentence);
    }

    /** An empty bar as wide as the widest of these: the one scale of a table of days. */
    public static DayBar around(List<DayBar> bars) {
        var first = bars.stream().mapToInt(DayBar::from).min().orElse(7 * 60);
        var last = bars.stream().mapToInt(DayBar::to).max().orElse(16 * 60);
        return new DayBar(first, last, List.of(), "");
    }

    /** The same day drawn on a shared scale, so that the bars of a table can be compared down the page. */
    public DayBar on(DayBar scale) {
        return new DayBar(scale.from, scale.to, spans, sentence);
    }

    /** Position in the drawing, whose width is 1000. */
    public int x(int minute) {
        return Math.clamp(Math.round((minute - from) * 1000f / (to - from)), 0, 1000);
    }

    public int width(Span span) {
        return Math.max(2, x(span.to()) - x(span.from()));
    }

    public List<Span> of(boolean required) {
        return spans.stream().filter(span -> (span.kind() == Kind.REQUIRED) == required).toList();
    }

    public List<Integer> hours() {
        var step = to - from > 12 * 60 ? 2 : 1;
        return IntStream.rangeClosed((from + 59) / 60, to / 60).filter(hour -> (hour - (from + 59) / 60) % step == 0)
                .boxed().toList();
    }

    /** 12-hour figures under the axis, as the wall clock shows them. */
    public static int onTheWall(int hour) {
        return hour % 12 == 0 ? 12 : hour % 12;
    }

    public static LocalTime clock(int minute) {
        return LocalTime.MIN.plusMinutes(minute);
    }
}
