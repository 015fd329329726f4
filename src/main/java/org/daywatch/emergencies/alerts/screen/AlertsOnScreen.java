package org.daywatch.emergencies.alerts.screen;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.EndersHere;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.helpcalls.HelpCalls;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;

/** What the site says of alerts beyond what the lane tells everybody: by alert, for one reader. */
@Component
class AlertsOnScreen {

    /** So long a screen that asks learns that an alert it still shows is over. */
    private static final Duration AFTERWARD = Duration.ofMinutes(10);

    private final AlertStore alerts;
    private final EndersHere enders;
    private final Campuses campuses;
    private final Dispatch dispatch;
    private final HelpCalls calls;
    private final Clock clock;

    AlertsOnScreen(AlertStore alerts, EndersHere enders, Campuses campuses, Dispatch dispatch, HelpCalls calls,
            Clock clock) {
        this.alerts = alerts;
        this.enders = enders;
        this.campuses = campuses;
        this.dispatch = dispatch;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The state of 911, and of which version of the alert that is true: a screen that has heard of a later one says
     * what is left of it. Of an alert that is not here nobody has called; of drills every screen knows by itself.
     */
    Map<UUID, Map<String, Object>> state911(Page page, List<Alert> here) {
        var states = new LinkedHashMap<UUID, Map<String, Object>>();
        for (var alert : here) {
            if (alert.state().over() || alert.status() != AlertStatus.ACTUAL) continue;
            var line = dispatch.line(page, alert.id());
            if (!line.nobody())
                states.put(alert.id(), Map.of("told", alert.told(), "text", line.text(), "asks", line.asks(), "later",
                        line.later()));
        }
        return states;
    }

    /** Of calls for help that this person made or may go to: who is on the way. */
    Map<UUID, Map<String, Object>> calls(Actor actor, List<Alert> here) {
        var all = new LinkedHashMap<UUID, Map<String, Object>>();
        for (var alert : here) {
            if (alert.state().over() || !alert.action().help()) continue;
            var call = calls.of(alert);
            boolean own = call.calledBy(actor.person());
            if (own || actor.may(Permission.ALERT_LEAD))
                all.put(alert.id(), Map.of("own", own, "going", call.goingNames(), "me", call.isGoing(actor.person())));
        }
        return all;
    }

    /** Of alerts that the first of two has said to be over: what this person is asked, if they may be the second. */
    Map<UUID, Map<String, Object>> confirmations(Page page, Actor actor, List<Alert> here) {
        var asked = new LinkedHashMap<UUID, Map<String, Object>>();
        for (var alert : here) {
            var first = alert.state().word();
            if (first == null || !(first.what() instanceof Alert.Word.Over(var how))
                    || !actor.may(Permission.ALERT_PRESS)
                    || !enders.of(alert, actor.person()).confirms(first, actor.person(),
                            actor.may(Permission.ALERT_LEAD)))
                continue;
            String at = campuses.find(alert.schoolId()).map(s -> page.when().time(first.at(), s.zone())).orElse("");
            asked.put(alert.id(), Map.of("version", alert.version(), "how", how.name(), "text",
                    page.t("alerts.word.first." + how, first.by().name(), at), "button",
                    page.t("alerts.confirm." + how)));
        }
        return asked;
    }

    /** What is under way, or was a moment ago. */
    List<Alert> lately() {
        return alerts.since(clock.instant().minus(AFTERWARD));
    }

    /** What has ended a moment ago, for screens that have not heard it. @param lately of the schools of this reader */
    List<UUID> over(Actor actor, List<Alert> lately) {
        return lately.stream().filter(a -> a.seenBy(actor.person()).state().over()).map(Alert::id).toList();
    }
}
