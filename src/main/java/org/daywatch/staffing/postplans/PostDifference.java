package org.daywatch.staffing.postplans;

import java.util.List;

/** What a change of calendar, bells, margins or request does to the posts: each post stands in exactly one list. */
record PostDifference(List<WantedPost> added, List<Move> revived, List<Move> moved, List<PlannedPost> removed,
        List<PlannedPost> untouched) {

    record Move(PlannedPost before, WantedPost after) {}

    PostDifference {
        added = List.copyOf(added);
        revived = List.copyOf(revived);
        moved = List.copyOf(moved);
        removed = List.copyOf(removed);
        untouched = List.copyOf(untouched);
    }

    boolean changesNothing() {
        return added.isEmpty() && revived.isEmpty() && moved.isEmpty() && removed.isEmpty();
    }

    List<Move> movedFilled() {
        return moved.stream().filter(m -> m.before().filled()).toList();
    }

    List<PlannedPost> removedFilled() {
        return removed.stream().filter(PlannedPost::filled).toList();
    }
}
