package org.daywatch.platform.web.kit;

import java.util.Comparator;
import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.Page;

/**
 * What a room wants said at the top of a person's first screen, because it waits for them; the page that is that screen
 * asks every bean.
 */
public interface FirstScreenLines {

    /**
     * @param now a life may depend on it: an alert that is under way, a tip about a life. @param late it should have
     * been done by now. @param act what the link says. @param href where it is done
     */
    record Line(boolean now, boolean late, String text, String act, String href) {

        public Line(boolean late, String text, String act, String href) {
            this(false, late, text, act, href);
        }

        public static long late(List<Line> lines) {
            return lines.stream().filter(Line::late).count();
        }
    }

    List<Line> of(Page page, Actor actor);

    /** What all rooms say: first what an alert asks for now, then the late. */
    static List<Line> all(List<FirstScreenLines> rooms, Page page, Actor actor) {
        return rooms.stream().flatMap(room -> room.of(page, actor).stream())
                .sorted(Comparator.comparing((Line line) -> !line.now()).thenComparing(line -> !line.late())).toList();
    }
}
