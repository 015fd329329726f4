package org.daywatch.emergencies.alerts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.daywatch.directory.Campus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An alert as screens get it: one line of JSON, sealed, so that a screen shows nothing that this house did not say. */
@Component
public class AlertText {

    private final AlertSeal seal;
    private final JsonMapper json;

    AlertText(AlertSeal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** How a screen calls a school, and by whose clock it shows times there. */
    public record School(String name, String zone) {

        public static final School UNKNOWN = new School("", "");

        public static School of(Campus campus) {
            return new School(campus.name(), campus.zone().getId());
        }
    }

    public String of(Alert alert, School school, int pressers) {
        return json.writeValueAsString(fields(alert, school, pressers));
    }

    public Map<String, Object> fields(Alert alert, School school, int pressers) {
        var said = new LinkedHashMap<String, Object>();
        said.put("alert", alert.id().toString());
        said.put("version", alert.version());
        said.put("told", alert.told());
        said.put("school", alert.schoolId().toString());
        said.put("schoolName", school.name());
        said.put("zone", school.zone());
        said.put("status", alert.status().name());
        said.put("action", alert.action().name());
        said.put("detail", alert.detail());
        said.put("since", alert.state().since().toString());
        said.put("presser", alert.presser());
        said.put("place", alert.place());
        said.put("state", alert.state().code());
        said.put("pressers", pressers);
        said.put("signature", seal.sign(sealed(alert)));
        return said;
    }

    public String quiet(Alert alert) {
        return json.writeValueAsString(Map.of("alert", alert.id().toString(), "school", alert.schoolId().toString(),
                "status", alert.status().name()));
    }

    /**
     * What the signature covers, one value a line; the status among them, so that a drill cannot be shown as the real
     * thing.
     */
    static String sealed(Alert alert) {
        return String.join("\n", "daywatch-alert-2", alert.id().toString(), Integer.toString(alert.version()),
                Integer.toString(alert.told()), alert.schoolId().toString(), alert.status().name(),
                alert.action().name(), alert.detail(), alert.state().code(), alert.state().since().toString());
    }
}
