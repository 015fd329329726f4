package org.daywatch.relationships.triage.lines;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.relationships.tips.BroughtTips;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what a state's tip line hands over by file: good rows in one transaction, each once; the others are named.
 * Each tip enters the queue as those of the door do, without a receipt. The file is kept nowhere. The district is
 * bound.
 */
@Component
@Transactional
public class LineTips {

    private final LineTipStore store;
    private final BroughtTips tips;
    private final SchoolNames schools;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    LineTips(LineTipStore store, BroughtTips tips, SchoolNames schools, Organizations organizations, AuditLog audit,
            Clock clock) {
        this.store = store;
        this.tips = tips;
        this.schools = schools;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param before how many were there already. @param refused of rows that were not taken */
    public record Taken(int taken, int before, List<RefusedCell> refused) {}

    /** @throws IntakeRefused none of it can be read, or nobody reads tips in the district */
    public Taken take(UUID district, TextFile file) {
        if (organizations.serving(district, List.of(Role.TIP_ANALYST)).isEmpty())
            throw new IntakeRefused("linetips.wrong.noAnalyst");
        var read = LineTipFile.read(file, word -> schools.called(district, word), clock.instant());
        var fresh = new ArrayList<WaitingTip>();
        for (var one : read.tips()) {
            if (store.isKnown(district, one)) continue;
            var id = UUID.randomUUID();
            if (store.insert(district, id, one))
                fresh.add(new WaitingTip(id, district, one.school().id(), one.day(),
                        one.life(), 0, one.words().getBytes(StandardCharsets.UTF_8)));
        }
        tips.take(fresh);
        audit.act("LineTipsTaken", "district " + district, Map.of("taken", fresh.size(), "before",
                read.tips().size() - fresh.size(), "refused", read.refused().size()));
        return new Taken(fresh.size(), read.tips().size() - fresh.size(), read.refused());
    }

    /** Empty for a tip of the door. */
    @Transactional(readOnly = true)
    public Optional<LineOrigin> origin(UUID tip) {
        return store.find(tip);
    }
}
