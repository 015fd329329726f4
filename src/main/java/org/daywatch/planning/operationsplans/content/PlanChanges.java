package org.daywatch.planning.operationsplans.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.planning.operationsplans.content.WordChanges.Piece;

/**
 * What a later edition of a plan says differently, part by part.
 *
 * @param same how many parts say word for word the same
 */
public record PlanChanges(List<Change> changes, int same) {

    public List<Change> ofChapter(String chapter) {
        return changes.stream().filter(change -> change.part.chapter().equals(chapter)).toList();
    }

    public enum Kind { ADDED, REMOVED, CHANGED }

    /** @param name of the hazard, in an annex of one; else empty */
    public record Change(PlanPart part, String name, Kind kind, List<Piece> pieces) {}

    public static PlanChanges between(PlanContent earlier, PlanContent later) {
        Map<PlanPart, String> was = PlanPart.all(earlier);
        Map<PlanPart, String> is = PlanPart.all(later);
        var changes = new ArrayList<Change>();
        int same = 0;
        for (var part : PlanPart.ofBoth(was, is)) {
            String before = was.getOrDefault(part, "");
            String after = is.getOrDefault(part, "");
            if (before.equals(after)) {
                same++;
                continue;
            }
            var kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new Change(part, name(part, earlier, later), kind, WordChanges.between(before, after)));
        }
        return new PlanChanges(List.copyOf(changes), same);
    }

    private static String name(PlanPart part, PlanContent earlier, PlanContent later) {
        return later.hazard(part.key()).or(() -> earlier.hazard(part.key())).map(PlanContent.Hazard::name).orElse("");
    }
}
