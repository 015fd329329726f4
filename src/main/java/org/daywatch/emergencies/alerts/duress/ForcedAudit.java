package org.daywatch.emergencies.alerts.duress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Forced;
import org.daywatch.platform.audit.AuditShown;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit as somebody reads it who was forced: their acts stand there done, and nothing of what the others have done
 * about it since.
 */
@Component
@Transactional(readOnly = true)
class ForcedAudit implements AuditShown {

    private final ForcedReading forced;
    private final JsonMapper json;

    ForcedAudit(ForcedReading forced, JsonMapper json) {
        this.forced = forced;
        this.json = json;
    }

    @Override
    public Optional<Otherwise> to(UUID reader) {
        var theirs = forced.of(reader);
        if (theirs.isEmpty()) return Optional.empty();
        var kept = new HashMap<String, Instant>();
        var instead = new ArrayList<Instead>();
        theirs.forEach((alert, act) -> {
            kept.put("alert " + alert, act.at());
            kept.put("incident " + alert, act.at());
            instead.addAll(acts(alert, act));
        });
        return Optional.of(new Otherwise(kept, instead));
    }

    private List<Instead> acts(UUID alert, Forced act) {
        var instead = new ArrayList<Instead>();
        for (var one : act.acts())
            instead.add(new Instead("DuressSignaled", "alert " + alert, "\"version\":" + one.version(),
                    one.getClass().getSimpleName(), json.writeValueAsString(one)));
        instead.add(new Instead("DuressSignaled", "alert " + alert, "", "", ""));
        Map.of("ClosedUnderForce", "IncidentClosed", "ReopenedUnderForce", "IncidentReopened")
                .forEach((kind, as) -> instead.add(
                        new Instead("TimelineWritten", "incident " + alert, "\"kind\":\"" + kind + '"', as, "{}")));
        return instead;
    }
}
