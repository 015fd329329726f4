package org.daywatch.emergencies.cap;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.cap.CapMessage.*;

/**
 * An alert as the row of CAP messages it was: Alert, then Updates, and a Cancel where there never was a danger. Every
 * message refers to all before it.
 */
public final class AlertCap {

    private static final Duration LASTS = Duration.ofHours(12);

    private AlertCap() {}

    /**
     * What the alert said from then on. @param state as {@code Alert.State#code()}. @param detail for SHELTER
     * "HAZARD/STRATEGY"
     */
    public record Step(Instant at, ProtocolAction action, String detail, String state, String why) {}

    /**
     * @param site name and street, as a responder looks for it
     * @param circle "lat,lon km"; empty where the place is not known
     * @param polygon the border of the grounds, closed; empty where it is not known
     */
    public record Subject(UUID alert, UUID school, AlertStatus status, String schoolName, String site, String place,
            ZoneId zone, String circle, String polygon) {}

    /** @param words message key and language to sentence. @return in the order they were said, at least one */
    public static List<CapMessage> messages(Subject subject, List<Step> steps,
            BiFunction<String, String, String> words) {
        var said = new ArrayList<CapMessage>();
        for (var step : steps) said.add(message(subject, step, said, words));
        return said;
    }

    private static CapMessage message(Subject s, Step step, List<CapMessage> earlier,
            BiFunction<String, String, String> words) {
        boolean falseAlarm = step.state().equals("CANCELLED");
        var sent = OffsetDateTime.ofInstant(step.at().truncatedTo(ChronoUnit.SECONDS), s.zone());
        var type = earlier.isEmpty() ? MsgType.Alert : falseAlarm ? MsgType.Cancel : MsgType.Update;
        String note = words.apply("cap.note." + s.status(), "en") + (step.why().isBlank() ? "" : " " + step.why());
        var infos = List.of("en", "es").stream().map(language -> info(s, step, sent, language, words)).toList();
        return new CapMessage("daywatch." + s.alert() + "." + (earlier.size() + 1), "urn:uuid:" + s.school(), sent,
                status(s.status()), type, "Daywatch", Scope.Restricted,
                words.apply("cap.restriction", "en"), List.of(), List.of(), note,
                earlier.stream().map(Reference::new).toList(), List.of("daywatch." + s.alert()), infos);
    }

    /** A drill is an Exercise and a path test is a Test, whatever else is said. */
    static Status status(AlertStatus status) {
        return switch (status) {
            case ACTUAL -> Status.Actual;
            case EXERCISE -> Status.Exercise;
            case TEST -> Status.Test;
        };
    }

    private static Info info(Subject s, Step step, OffsetDateTime sent, String language,
            BiFunction<String, String, String> words) {
        boolean over = step.state().equals("ENDED") || step.state().equals("CANCELLED");
        String name = words.apply("protocol." + step.action() + ".name", language);
        String mode = words.apply("alert.mode." + s.status(), language);
        String event = over ? words.apply("cap.over", language) + ": " + name : name;
        String description = step.detail().isEmpty()
                ? ""
                : words.apply("protocol.shelter." + step.detail().replace('/', '.'), language);
        String instruction = over ? "" : words.apply("protocol." + step.action() + ".adults", language);
        var responses = over ? List.of(ResponseType.AllClear) : responses(step.action());
        return new Info(language + "-US", categories(step), event, responses, over ? Urgency.Past : Urgency.Immediate,
                over ? Severity.Minor : severity(step.action()),
                Certainty.Observed, "", List.of(new Named("daywatch-protocol-action", step.action().name())),
                List.of(new At("expires", sent.plus(LASTS))), s.schoolName(),
                mode + ". " + event + ", " + s.schoolName(), description, instruction, "", "", parameters(s, step),
                List.of(), List.of(area(s)));
    }

    private static List<Named> parameters(Subject s, Step step) {
        var found = new ArrayList<Named>();
        found.add(new Named("daywatch-state", step.state()));
        if (!s.place().isEmpty()) found.add(new Named("daywatch-place", s.place()));
        return found;
    }

    private static Area area(Subject s) {
        return new Area(s.site(), s.polygon().isEmpty() ? List.of() : List.of(s.polygon()),
                s.circle().isEmpty() ? List.of() : List.of(s.circle()), List.of(), "", "");
    }

    static List<Category> categories(Step step) {
        return switch (step.action()) {
            case HOLD, SECURE, LOCKDOWN, HELP_FIGHT -> List.of(Category.Security);
            case HELP_MEDICAL -> List.of(Category.Health);
            case EVACUATE, HELP_BEHAVIOR -> List.of(Category.Safety);
            case SHELTER -> switch (step.detail().replaceFirst("/.*", "")) {
                case "TORNADO", "DUST_STORM", "LIGHTNING", "FLOOD" -> List.of(Category.Met);
                case "HAZMAT" -> List.of(Category.CBRNE);
                case "EARTHQUAKE" -> List.of(Category.Geo);
                default -> List.of(Category.Safety);
            };
        };
    }

    static List<ResponseType> responses(ProtocolAction action) {
        return switch (action) {
            case HOLD -> List.of(ResponseType.Execute);
            case SECURE, SHELTER -> List.of(ResponseType.Shelter);
            case LOCKDOWN -> List.of(ResponseType.Shelter, ResponseType.Execute);
            case EVACUATE -> List.of(ResponseType.Evacuate);
            case HELP_FIGHT, HELP_MEDICAL, HELP_BEHAVIOR -> List.of(ResponseType.Assess);
        };
    }

    static Severity severity(ProtocolAction action) {
        return switch (action) {
            case LOCKDOWN -> Severity.Extreme;
            case EVACUATE, SHELTER, HELP_MEDICAL -> Severity.Severe;
            case SECURE, HELP_FIGHT -> Severity.Moderate;
            case HOLD, HELP_BEHAVIOR -> Severity.Minor;
        };
    }
}
