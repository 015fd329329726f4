package org.daywatch.emergencies.alerts.pages;

import java.util.List;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;

/**
 * How an alert is shown: each action its own word, sign and color (the color in alerts.css, the sound in alert-sound).
 */
public final class AlertWords {

    public static final List<ProtocolAction> WHOLE_SCHOOL = List.of(ProtocolAction.LOCKDOWN, ProtocolAction.SECURE,
            ProtocolAction.HOLD, ProtocolAction.EVACUATE, ProtocolAction.SHELTER);
    public static final List<ProtocolAction> HELP = List.of(ProtocolAction.HELP_MEDICAL, ProtocolAction.HELP_FIGHT,
            ProtocolAction.HELP_BEHAVIOR);

    private AlertWords() {}

    public static String icon(ProtocolAction action) {
        return switch (action) {
            case HOLD -> "block";
            case SECURE -> "security";
            case LOCKDOWN -> "lock";
            case EVACUATE -> "logout";
            case SHELTER -> "home";
            case HELP_FIGHT -> "groups";
            case HELP_MEDICAL -> "add";
            case HELP_BEHAVIOR -> "support_agent";
        };
    }

    /** Each action by its name, to choose from. */
    public static List<Option> actions(Page page) {
        return Option.of(List.of(ProtocolAction.values()), ProtocolAction::name,
                action -> page.t("protocol." + action + ".name"));
    }

    /** Whether it is meant: the word stands first, everywhere. */
    public static Chip status(Page page, String status) {
        String word = page.t("alerts.status." + status);
        return switch (AlertStatus.valueOf(status)) {
            case ACTUAL -> Chip.bad(word).withIcon("priority_high");
            case EXERCISE -> Chip.info(word).withIcon("construction");
            case TEST -> Chip.quiet(word);
        };
    }

    public static Chip state(Page page, String state) {
        String word = page.t("alerts.state." + state);
        return state.equals("ENDED") || state.equals("CANCELLED") ? Chip.quiet(word) : Chip.warn(word);
    }

    /** "Dust storm: inside"; empty where there is nothing more to say. */
    public static String detail(Page page, String detail) {
        return detail.isEmpty() ? "" : page.t("protocol.shelter." + detail.replace('/', '.'));
    }
}
