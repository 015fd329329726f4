package org.daywatch.restorative.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.Role;
import org.daywatch.restorative.RestorativeEvent.GateOverruled;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.gate.GateFacts.Danger;
import org.daywatch.restorative.gate.GateFinding.OfficerPart;
import org.daywatch.restorative.gate.GateFinding.ParentNotice;
import org.jspecify.annotations.Nullable;

/**
 * What the gate answered, and what a principal decided otherwise. It holds no student.
 *
 * @param acts what was said to have happened, by code
 * @param words sealed where they are stored
 * @param overruled null while the gate's own answer stands
 */
public record GateAnswer(UUID district, UUID id, UUID school, LocalDate day, Danger danger, List<String> acts,
        GateFinding finding, UUID askedBy, Role askedAs, Words words, @Nullable Overruled overruled) {

    /** @param educator who invited the officer. @param reason why another path was chosen */
    public record Words(String educator, String reason) {}

    public record Overruled(GatePath to, UUID by, LocalDate day) {}

    /** @param fewest words that a reason has at least */
    public record Overrule(GatePath to, String reason, int fewest, UUID by, String name, Role role, LocalDate day) {}

    /** The path that counts. */
    public GatePath stands() {
        return overruled == null ? finding.path() : overruled.to();
    }

    /** What the officer does on the path that counts. */
    public OfficerPart officer() {
        if (overruled == null) return finding.officer();
        return stands() == GatePath.POLICE ? OfficerPart.AS_POLICE : OfficerPart.STEPS_BACK;
    }

    public ParentNotice parent() {
        if (overruled == null) return finding.parent();
        return stands() == GatePath.POLICE ? ParentNotice.ASK_POLICE_FIRST : ParentNotice.AS_SCHOOL_DOES;
    }

    /** Danger is not argued with: when it is over the gate is asked anew. */
    public Decision<GateAnswer> decide(Overrule asked, Instant now) {
        if (asked.role() == Role.OFFICER) return Decision.refuse(RestorativeRefusal.GATE_NOT_BY_OFFICER);
        if (overruled != null) return Decision.refuse(RestorativeRefusal.GATE_OVERRULED_ALREADY);
        if (finding.path() == GatePath.PROTECT || asked.to() == GatePath.PROTECT)
            return Decision.refuse(RestorativeRefusal.GATE_PROTECT_STAYS);
        if (finding.path() == asked.to()) return Decision.refuse(RestorativeRefusal.GATE_SAME_PATH);
        if (asked.reason().strip().split("\\s+").length < asked.fewest())
            return Decision.refuse(RestorativeRefusal.GATE_REASON_SHORT, Map.of("fewest", (long) asked.fewest()));
        var then = new GateAnswer(district, id, school, day, danger, acts, finding, askedBy, askedAs,
                new Words(words.educator(), asked.reason().strip()), new Overruled(asked.to(), asked.by(),
                        asked.day()));
        return Decision.accept(then, new GateOverruled(district, id, now, school, finding.path().name(),
                asked.to().name(), asked.name()));
    }
}
