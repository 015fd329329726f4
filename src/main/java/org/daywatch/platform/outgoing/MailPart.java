package org.daywatch.platform.outgoing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** The mail server; its password comes from a file or a variable and is kept encrypted, as the form keeps it. */
@Component
class MailPart implements SetupPart {

    private static final Map<String, String> NAMES = Map.of("tls", "encryption", "password", "password_file");
    private static final int LAST_PORT = 65_535;

    private final Outgoing outgoing;

    MailPart(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public String key() {
        return "mail";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var fields = file.fields(section, "host", "port", "encryption", "user", "from", "password_file",
                "password_env");
        var typed = new HashMap<String, String>();
        typed.put("host", file.required(fields, "host"));
        typed.put("port", "" + fields.whole("port", 0, 1, LAST_PORT));
        fields.required("port");
        typed.put("tls", fields.choice("encryption", "STARTTLS", Scalars.names(MailSettings.Tls.values())));
        typed.put("user", Objects.requireNonNullElse(file.text(fields, "user"), ""));
        typed.put("from", Objects.requireNonNullElse(file.email(fields, "from"), ""));
        fields.required("from");
        typed.put("password", Objects.requireNonNullElse(file.secret(fields, "password"), ""));
        boolean said = fields.has("host") && fields.has("port") && fields.has("from");
        if (said && typed.values().stream().noneMatch("0"::equals))
            file.checked(section, NAMES, () -> MailSettings.read(typed, new MailSettings(typed.get("host"),
                    Integer.parseInt(typed.get("port")), typed.get("user"), "kept", typed.get("from"),
                    MailSettings.Tls.NONE)));
        return run -> run.at(section, () -> apply(section, typed, run));
    }

    private void apply(JsonValue where, Map<String, String> typed, SetupRun run) {
        OutgoingParts.mustKeep(outgoing, Tenancy.tenant(), where, run);
        var before = outgoing.savedMail().orElse(null);
        var after = MailSettings.read(typed, before);
        if (before == null) {
            outgoing.save(after);
            run.created(where, after.host());
            return;
        }
        var differences = new Differences().of("host", before.host(), after.host())
                .of("port", before.port(), after.port()).of("encryption", before.tls(), after.tls())
                .of("user", before.user(), after.user()).of("from", before.from(), after.from())
                .of("password", "kept", before.password().equals(after.password()) ? "kept" : "another");
        run.changed(where, after.host(), differences, () -> outgoing.save(after));
    }
}
