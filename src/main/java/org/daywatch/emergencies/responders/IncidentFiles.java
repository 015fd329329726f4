package org.daywatch.emergencies.responders;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.emergencies.alerts.AlertSeal;
import org.daywatch.emergencies.cap.AlertCap;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.cap.CapSignature;
import org.daywatch.emergencies.eido.AlertEido;
import org.daywatch.emergencies.responders.IncidentSheet.Sheet;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.stereotype.Component;

/** An alert as the files dispatch takes over. */
@Component
public class IncidentFiles {

    private final AlertSeal seal;
    private final Organizations organizations;
    private final PublicAddress address;
    private final Texts texts;

    IncidentFiles(AlertSeal seal, Organizations organizations, PublicAddress address, Texts texts) {
        this.seal = seal;
        this.organizations = organizations;
        this.address = address;
        this.texts = texts;
    }

    /** The message that holds now, signed; it refers to all before it. */
    public String cap(Sheet sheet) {
        var a = sheet.alert();
        var subject = new AlertCap.Subject(a.id(), a.schoolId(), a.status(), sheet.school().name(), sheet.site(),
                a.place(), sheet.school().zone(), sheet.circle(), sheet.polygon());
        List<CapMessage> said = AlertCap.messages(subject, steps(sheet), (key, language) -> texts.of(language, key));
        return CapSignature.sign(said.getLast(), seal.signingKey(), seal.publicKey());
    }

    /** A version that tells the outside nothing new, one more room released say, is no message. */
    private static List<AlertCap.Step> steps(Sheet sheet) {
        var steps = new ArrayList<AlertCap.Step>();
        for (var e : sheet.entries()) {
            var last = steps.isEmpty() ? null : steps.getLast();
            String state = e.state().equals("RELEASING") ? "ACTIVE" : e.state();
            boolean same = last != null && last.action() == e.action() && last.detail().equals(e.detail())
                    && last.state().equals(state);
            if (!same) steps.add(new AlertCap.Step(e.at(), e.action(), e.detail(), state, ""));
        }
        return steps;
    }

    public String eido(Sheet sheet) {
        var a = sheet.alert();
        String agency = organizations.find(a.agencyId()).map(Organizations.Organization::name).orElse("");
        var now = sheet.entries().getLast();
        String words = texts.of("en", "protocol." + now.action() + ".name");
        String location = sheet.place().filter(p -> p.latitude() != null)
                .map(p -> AlertEido.point(a.id(), p.latitude(), p.longitude())).orElse("");
        var notes = sheet.entries().stream().map(e -> new AlertEido.Note(e.at(),
                texts.of("en", "event." + e.kind()) + ": " + texts.of("en", "protocol." + e.action() + ".name")))
                .toList();
        return AlertEido.of(new AlertEido.Incident(a.id(), a.agencyId(), agency, address.get(), now.at(), a.status(),
                now.action(), now.detail(), now.state(), words,
                texts.of("en", "alert.mode." + a.status()),
                sheet.site() + (a.place().isEmpty() ? "" : ", " + a.place()), location, notes));
    }
}
