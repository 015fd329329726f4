package org.daywatch.prevention.checkpoints;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.checkpoints.Checkpoint.Retired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checkpoints of a school: added, changed, retired with a reason, taken in from a file as a whole or not at all. */
@Component
@Transactional
public class CheckpointCommands {

    private static final int STEP = 10;

    private final CheckpointStore checkpoints;
    private final AuditLog audit;
    private final Forms forms;
    private final Clock clock;

    CheckpointCommands(CheckpointStore checkpoints, AuditLog audit, Forms forms, Clock clock) {
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.forms = forms;
        this.clock = clock;
    }

    /** What a file brought. */
    public record Taken(int added, int changed) {}

    /** @return its id; empty where the same form came a second time */
    public Optional<UUID> add(UUID agency, Campus school, CheckpointForm form, String by, UUID formId) {
        return forms.first(formId) ? Optional.of(add(agency, school, form, by)) : Optional.empty();
    }

    public UUID add(UUID agency, Campus school, CheckpointForm form, String by) {
        var there = checkpoints.active(List.of(school.id()));
        unused(there, form.name(), null);
        var id = Ids.next();
        checkpoints.insert(new Checkpoint(agency, id, school.districtId(), school.id(), form.kind(), form.name(),
                form.place(), form.roomId(), form.mark(),
                form.position() == null ? next(there) : form.position(), form.outer(), form.everyDays(),
                clock.instant(), null, null, 1), by);
        audit.act("CheckpointAdded", "school " + school.id(), Map.of("checkpoint", id, "name", form.name()));
        return id;
    }

    public void change(UUID id, CheckpointForm form) {
        var c = standing(id);
        unused(checkpoints.active(List.of(c.schoolId())), form.name(), id);
        checkpoints.save(changed(c, form));
        audit.act("CheckpointChanged", "school " + c.schoolId(), Map.of("checkpoint", id, "name", form.name()));
    }

    /** It stays on the sheets of the past and is looked at no more. */
    public void retire(UUID id, String why, String by) {
        if (why.isBlank()) throw new InvalidInput("why", "", "checkpoints.wrong.why");
        var c = standing(id);
        checkpoints.save(new Checkpoint(c.agencyId(), id, c.districtId(), c.schoolId(), c.kind(), c.name(), c.place(),
                c.roomId(), c.mark(), c.position(), c.outer(), c.everyDays(),
                c.addedAt(), new Retired(clock.instant(), by, why.strip()), c.seen(), c.version() + 1));
        audit.act("CheckpointRetired", "school " + c.schoolId(),
                Map.of("checkpoint", id, "name", c.name(), "why", why.strip()));
    }

    /** Those of the same name are changed, others added; none is retired because a file leaves it out. */
    public Taken take(UUID agency, Campus school, List<CheckpointForm> lines, String by, UUID formId) {
        if (!forms.first(formId)) return new Taken(0, 0);
        var known = checkpoints.active(List.of(school.id())).stream()
                .collect(Collectors.toMap(c -> key(c.name()), Function.identity()));
        int changed = 0;
        for (var line : lines) {
            var there = known.get(key(line.name()));
            if (there == null) add(agency, school, line, by);
            else if (!line.over(there).equals(CheckpointForm.of(there))) {
                change(there.id(), line.over(there));
                changed++;
            }
        }
        return new Taken((int) lines.stream().filter(l -> !known.containsKey(key(l.name()))).count(), changed);
    }

    private Checkpoint standing(UUID id) {
        var c = checkpoints.get(id);
        if (!c.active()) throw new Refused(PreventionRefusal.CHECKPOINT_RETIRED);
        return c;
    }

    private static void unused(List<Checkpoint> there, String name, @org.jspecify.annotations.Nullable UUID own) {
        if (there.stream().anyMatch(c -> !c.id().equals(own) && key(c.name()).equals(key(name))))
            throw new InvalidInput("name", name, "checkpoints.wrong.name.used");
    }

    private static Checkpoint changed(Checkpoint c, CheckpointForm f) {
        return new Checkpoint(c.agencyId(), c.id(), c.districtId(), c.schoolId(), f.kind(), f.name(), f.place(),
                f.roomId(), f.mark(), f.position() == null ? c.position() : f.position(), f.outer(),
                f.everyDays(), c.addedAt(), c.retired(), c.seen(), c.version() + 1);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int next(List<Checkpoint> there) {
        return there.stream().mapToInt(Checkpoint::position).max().orElse(0) + STEP;
    }
}
