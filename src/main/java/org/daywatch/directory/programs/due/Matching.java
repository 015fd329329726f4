package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Due;
import org.jspecify.annotations.Nullable;

/** Gives what was done to what was due: each thing done once, in the order of days, in time before late. Pure. */
final class Matching {
    private final List<DueWindow> windows;
    private final @Nullable Done[] met;
    /** So many windows, the first in order, ended before the day of what was given last: days only go on. */
    private int ended;

    private Matching(List<DueWindow> windows) {
        this.windows = windows;
        this.met = new Done[windows.size()];
    }

    /** The order in which windows are met and told: what is due first before the others. */
    static List<DueWindow> inOrder(List<DueWindow> windows) {
        return windows.stream().sorted(Comparator.comparing(DueWindow::by).thenComparing(DueWindow::from)).toList();
    }

    /** @param windows in order. @param done ascending by day */
    static List<Due> of(List<DueWindow> windows, List<Done> done, LocalDate asOf) {
        var matching = new Matching(windows);
        done.forEach(matching::give);
        var dues = new ArrayList<Due>(windows.size());
        for (int i = 0; i < windows.size(); i++) dues.add(matching.due(i, asOf));
        return dues;
    }

    /**
     * What is beyond the windows of a ceiling; what lies outside all of them is not judged. @param windows in
     * order. @param done ascending by day
     */
    static List<Due> excess(List<DueWindow> windows, List<Done> done) {
        var matching = new Matching(windows);
        var dues = new ArrayList<Due>();
        for (Done each : done) {
            if (matching.give(each)) continue;
            var part = matching.windows.stream().filter(w -> w.inTime(each.on())).toList();
            if (part.isEmpty()) continue;
            DueWindow window = part.getFirst();
            int number = part.size() + 1 + (int) dues.stream().filter(d -> d.from().equals(window.from())).count();
            dues.add(new Due(window.requirement(), number, window.from(), window.by(), State.MISSED, each.on(),
                    each.evidence()));
        }
        return dues;
    }

    private boolean give(Done done) {
        while (ended < met.length && windows.get(ended).by().isBefore(done.on())) ended++;
        for (int i = ended; i < met.length; i++) if (give(done, i, windows.get(i).inTime(done.on()))) return true;
        for (int i = 0; i < ended; i++) if (give(done, i, windows.get(i).late(done.on()))) return true;
        return false;
    }

    private boolean give(Done done, int i, boolean fits) {
        if (met[i] != null || !fits || !windows.get(i).takes(done)) return false;
        met[i] = done;
        return true;
    }

    private Due due(int i, LocalDate asOf) {
        DueWindow window = windows.get(i);
        Done done = met[i];
        if (done == null)
            return new Due(window.requirement(), i + 1, window.from(), window.by(), DueList.open(window, asOf), null,
                    "");
        var state = window.inTime(done.on()) ? State.DONE : State.DONE_LATE;
        return new Due(window.requirement(), i + 1, window.from(), window.by(), state, done.on(), done.evidence());
    }
}
