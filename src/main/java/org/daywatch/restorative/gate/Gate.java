package org.daywatch.restorative.gate;

import java.util.List;
import org.daywatch.restorative.gate.GateAct.Duty;
import org.daywatch.restorative.gate.GateFacts.Danger;
import org.daywatch.restorative.gate.GateFacts.Wanted;
import org.daywatch.restorative.gate.GateFinding.OfficerPart;
import org.daywatch.restorative.gate.GateFinding.ParentNotice;

/** Danger first, then what law says police must hear of, then the school. Pure. */
public final class Gate {

    private Gate() {}

    public static GateFinding answer(GateFacts facts) {
        if (facts.acts().isEmpty()) throw new IllegalArgumentException("the gate is asked about something");
        boolean improper = facts.wanted() == Wanted.DISCIPLINE;
        if (facts.danger() != Danger.NO)
            return new GateFinding(GatePath.PROTECT, OfficerPart.ACTS, improper, ParentNotice.WHEN_SAFE,
                    List.of("DANGER"));
        var reported = facts.acts().stream().filter(a -> a.duty() != Duty.SCHOOL).toList();
        if (!reported.isEmpty())
            return new GateFinding(GatePath.POLICE, OfficerPart.AS_POLICE, improper,
                    reported.stream().anyMatch(a -> a.duty() == Duty.ABUSE)
                            ? ParentNotice.REPORT_DECIDES
                            : ParentNotice.ASK_POLICE_FIRST,
                    versions(reported));
        return new GateFinding(GatePath.SCHOOL, atSchool(facts), improper, ParentNotice.AS_SCHOOL_DOES,
                versions(facts.acts()));
    }

    private static OfficerPart atSchool(GateFacts facts) {
        return facts.wanted() == Wanted.HELP && !facts.educator().isBlank()
                ? OfficerPart.BY_INVITATION
                : OfficerPart.STEPS_BACK;
    }

    private static List<String> versions(List<GateAct> acts) {
        return acts.stream().map(GateAct::version).toList();
    }
}
