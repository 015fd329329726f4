package org.daywatch.emergencies.cap.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.cap.CapMessage.MsgType;
import org.daywatch.emergencies.cap.CapMessage.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A message of another agency as it was taken in.
 *
 * @param source whose key signed it; null: taken in by hand
 * @param name of the message, as {@link #name(String, String, Instant)}; @param refersTo the names of the earlier ones
 * it is about
 * @param schools whom it concerns, or may concern; @param signed the sender signed the message itself, with the key it
 * had handed over
 */
public record CapNotice(UUID id, @Nullable UUID source, String sourceName, String name, MsgType type,
        Set<String> refersTo, Instant sent, Instant expires, Set<UUID> schools, boolean signed,
        CapMessage message) {

    /** What makes a message one of its kind in the world. */
    static String name(String sender, String identifier, Instant sent) {
        return sender + "," + identifier + "," + sent.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    static String name(Reference r) {
        return name(r.sender(), r.identifier(), r.sent().toInstant());
    }

    /**
     * Whether another one has changed or withdrawn it: of the same source, or taken in by hand. Which of them came
     * first does not matter.
     */
    boolean over(CapNotice other) {
        return other.type != MsgType.Alert && other.refersTo.contains(name) && !other.name.equals(name)
                && (other.source == null || other.source.equals(source));
    }

    /** What stands now, the gravest first: neither ended, changed nor withdrawn. */
    static List<CapNotice> standing(Collection<CapNotice> all, Instant now) {
        return all.stream()
                .filter(n -> n.type != MsgType.Cancel && now.isBefore(n.expires) && all.stream().noneMatch(n::over))
                .sorted(java.util.Comparator.comparing((CapNotice n) -> n.severity().ordinal())
                        .thenComparing(CapNotice::sent, java.util.Comparator.reverseOrder()))
                .toList();
    }

    private CapMessage.Severity severity() {
        return message.infos().stream().map(CapMessage.Info::severity).min(java.util.Comparator.naturalOrder())
                .orElse(CapMessage.Severity.Unknown);
    }

    /** In the reader's language where there is one. */
    public CapMessage.Info info(String language) {
        return message.infos().stream()
                .filter(i -> i.language().toLowerCase(java.util.Locale.ROOT).startsWith(language)).findFirst()
                .or(() -> message.infos().stream().findFirst()).orElseGet(this::bare);
    }

    /** The standard asks for no info: then its note is all it says. */
    private CapMessage.Info bare() {
        return new CapMessage.Info(CapMessage.Info.DEFAULT_LANGUAGE, List.of(), message.note(), List.of(),
                CapMessage.Urgency.Unknown, CapMessage.Severity.Unknown, CapMessage.Certainty.Unknown,
                "", List.of(), List.of(), "", "", "", "", "", "", List.of(), List.of(), List.of());
    }

    /** Its headline, else what happens; empty where it says nothing at all. */
    public String title(String language) {
        var info = info(language);
        return info.headline().isBlank() ? info.event() : info.headline();
    }

    /** Where it holds, as the sender says it. */
    public String where(String language) {
        return info(language).areas().stream().map(CapMessage.Area::areaDesc).collect(Collectors.joining("; "));
    }
}
