package org.daywatch.restorative.gate.pages;

import java.util.List;
import java.util.Map;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.gate.GateAct;
import org.daywatch.restorative.gate.GateFacts.Danger;
import org.daywatch.restorative.gate.GateFacts.Wanted;
import org.daywatch.restorative.gate.GateFacts;

/** The few questions of the gate, read field by field. */
final class GateForm {

    static final int LONGEST_NAME = 200;
    static final String ACT = "act.";

    private GateForm() {}

    /** @param asked what may have happened by the rows of the day */
    static GateFacts read(Map<String, String> form, List<GateAct> asked) {
        var typed = new TypedForm("gate", form);
        var danger = typed.one("danger", Danger.class).orElse(Danger.UNKNOWN);
        var acts = asked.stream().filter(a -> typed.text(ACT + a.code()).equals("true")).toList();
        if (acts.isEmpty()) typed.wrong("acts", "gate.wrong.acts");
        var wanted = typed.one("wanted", Wanted.class).orElse(Wanted.NOTHING);
        var educator = typed.within("educator", LONGEST_NAME);
        if (wanted == Wanted.HELP && educator.isEmpty()) typed.wrong("educator", "gate.wrong.educator");
        typed.check();
        return new GateFacts(danger, acts, wanted, wanted == Wanted.HELP ? educator : "");
    }
}
