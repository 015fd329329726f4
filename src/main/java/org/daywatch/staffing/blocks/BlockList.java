package org.daywatch.staffing.blocks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.web.kit.Paging;

/** Which blocks the agency asks for, in which order; those that wait for its word stand first. */
record BlockList(Paging asked, List<SchoolBlock> all, Map<UUID, String> schools, Map<UUID, String> officers) {

    static Paging read(Map<String, String> parameters) {
        return Paging.read("/blocks", parameters, Set.of("officer", "school", "state", "placed"), "state");
    }

    List<SchoolBlock> rows() {
        var latest = Comparator.comparing(SchoolBlock::placedAt).reversed();
        var sorts = Map.of("officer", Comparator.comparing(this::officer).thenComparing(latest), "school",
                Comparator.comparing(this::school).thenComparing(latest),
                "placed", Comparator.comparing(SchoolBlock::placedAt), "state",
                Comparator.comparing(BlockList::state).thenComparing(latest));
        return all.stream().filter(b -> asked.finds(officer(b), school(b), b.reason(), b.appeal()))
                .filter(b -> asked.filter("state").isEmpty() || state(b).equals(asked.filter("state")))
                .sorted(asked.order(sorts)).toList();
    }

    String officer(SchoolBlock block) {
        return officers.getOrDefault(block.officerId(), "");
    }

    String school(SchoolBlock block) {
        return schools.getOrDefault(block.schoolId(), "");
    }

    /** As the message files and the filter call it. */
    static String state(SchoolBlock block) {
        return switch (block.state()) {
            case SchoolBlock.State.Appealed appealed -> "appealed";
            case SchoolBlock.State.Placed placed -> "placed";
            case SchoolBlock.State.Decided decided -> decided.lifted() ? "lifted" : "upheld";
        };
    }
}
