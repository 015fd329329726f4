package org.daywatch.staffing.departments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.approvals.CapApprovalStore;
import org.springframework.stereotype.Component;

/**
 * What a supervisor wants to know before they read a single row: who is over, who is close, what waits for their word.
 */
@Component
class DepartmentTiles {

    private final CapApprovalStore approvals;
    private final Clock clock;

    DepartmentTiles(CapApprovalStore approvals, Clock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    /** @param all the department's officers, whatever the list below is filtered by */
    List<Tile> of(Page page, Actor actor, List<DepartmentQueries.Row> all, LocalDate today) {
        var tiles = new ArrayList<Tile>();
        tiles.add(tile(page, "department.tile.over", count(all, DepartmentQueries.Row::overALimit),
                "/department?only=over", Chip.Tone.BAD));
        tiles.add(tile(page, "department.tile.near", count(all, DepartmentQueries.Row::nearALimit),
                "/department?only=near", Chip.Tone.WARN));
        if (actor.may(Permission.CAPS_APPROVE)) {
            var now = clock.instant();
            long waiting = approvals.ofDepartment(actor.tenant()).stream().filter(a -> a.pending(now)).count();
            tiles.add(tile(page, "department.tile.waiting", waiting, "/department/approvals?show=pending",
                    Chip.Tone.WARN));
        }
        if (actor.may(Permission.WORK_PERMIT)) {
            tiles.add(tile(page, "department.tile.unpermitted",
                    count(all, r -> !r.card().state().equals("LEFT") && !r.card().permittedOn(today)),
                    "/department/permissions?show=none", Chip.Tone.BAD));
        }
        return tiles;
    }

    private static long count(List<DepartmentQueries.Row> all, Predicate<DepartmentQueries.Row> which) {
        return all.stream().filter(which).count();
    }

    private static Tile tile(Page page, String label, long figure, String opens, Chip.Tone tone) {
        return Tile.of(page.t(label), Long.toString(figure)).opens(opens).tone(figure > 0 ? tone : Chip.Tone.GOOD);
    }
}
