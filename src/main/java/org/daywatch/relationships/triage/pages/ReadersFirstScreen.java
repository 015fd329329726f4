package org.daywatch.relationships.triage.pages;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.triage.duty.TipDuty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the district's safety director that nobody reads tips: the door takes none for their schools before. */
@Component
class ReadersFirstScreen implements FirstScreenLines {

    private final TipDuty duty;
    private final boolean isOn;

    ReadersFirstScreen(TipDuty duty, @Value("${daywatch.tips.enabled:false}") boolean isOn) {
        this.duty = duty;
        this.isOn = isOn;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!isOn || !actor.may(Permission.TIP_DUTY_EDIT) || !duty.analysts(actor.tenant()).isEmpty())
            return List.of();
        return List.of(new Line(true, page.t("tipduty.first"), page.t("tipduty.first.act"), "/tip-duty"));
    }
}
