package org.daywatch.relationships.tips.thread;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.relationships.tips.thread.TipThreadStore.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The thread of a tip for those who read it. Each call is bound to the district. Who may read and write is asked
 * before, of the rule in {@code platform/access}; whoever asked also writes the look into the audit. Here stand roles
 * and no people, since the writer reads them.
 *
 * <p>Each throws {@link NotFound} where the district has no such tip, or its key was destroyed; and
 * {@link InvalidInput} for a role nobody reads tips in.
 */
@Service
@Transactional
public class TipThreads {

    /** Those who read tips and answer. */
    public static final Set<Part> ROLES = Set.of(Part.TIP_ANALYST, Part.COUNSELOR, Part.PRINCIPAL, Part.OFFICER,
            Part.POLICE_RECEIVER);

    private final TipThreadStore store;
    private final TipPictures pictures;
    private final CaseKeys keys;
    private final Campuses campuses;
    private final Clock clock;

    TipThreads(TipThreadStore store, TipPictures pictures, CaseKeys keys, Campuses campuses, Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.keys = keys;
        this.campuses = campuses;
        this.clock = clock;
    }

    /**
     * The writer reads it with their receipt; where the thread was closed, nobody outside does.
     *
     * @return the number of the message
     * @throws InvalidInput with field "words": there are none, or more than find room
     */
    public UUID say(UUID district, UUID tip, Part role, String words) {
        return say(district, tip, role, words, Optional.empty());
    }

    /** The same with a picture, which the writer sees beside the words. */
    public UUID say(UUID district, UUID tip, Part role, String words, Optional<TipPicture> picture) {
        var at = new Place(district, tip);
        var found = found(at);
        refuseOthers(role);
        if (words.isBlank()) throw new InvalidInput("words", words, "tipthread.wrong.empty");
        if (TipContent.left(words) < 0) throw new InvalidInput("words", words, "tipthread.wrong.long");
        var id = UUID.randomUUID();
        store.append(at, id, today(found.school()), role, keys.seal(district, tip,
                words.getBytes(StandardCharsets.UTF_8), Place.ofMessage(id)));
        picture.ifPresent(one -> pictures.keep(at, id, one.jpeg()));
        return id;
    }

    @Transactional(readOnly = true)
    public TipThread of(UUID district, UUID tip) {
        var at = new Place(district, tip);
        var found = found(at);
        var content = keys.open(district, tip, found.body(), Place.ofTip(tip)).orElseThrow(() -> none(tip));
        var read = TipContent.read(content);
        var sealed = pictures.sealed(at);
        var messages = store.messages(at).stream().map(m -> new TipThread.Message(m.id(), m.day(), m.role(),
                words(at, m), pictures.open(at, m.id(), sealed))).toList();
        return new TipThread(tip, found.school(), found.day(), found.lifeSafety(),
                read.map(TipContent::language).orElse("en"),
                read.map(TipContent::words).orElseGet(() -> new String(content, StandardCharsets.UTF_8)),
                pictures.open(at, tip, sealed), messages,
                store.openedBy(at), store.hasReceipt(at));
    }

    /** Somebody in this role has opened the tip; the writer reads that. Once is enough. */
    public void opened(UUID district, UUID tip, Part role) {
        var at = new Place(district, tip);
        found(at);
        refuseOthers(role);
        store.open(at, role);
    }

    /** From now on its receipt finds nothing, as a wrong one does. Words that stand in the ring become a new tip. */
    public void close(UUID district, UUID tip) {
        var at = new Place(district, tip);
        found(at);
        store.forgetReceipt(at);
    }

    private TipThreadStore.Tip found(Place at) {
        return store.tip(at)
                .filter(tip -> keys.open(at.district(), at.tip(), tip.body(), Place.ofTip(at.tip())).isPresent())
                .orElseThrow(() -> none(at.tip()));
    }

    private static NotFound none(UUID tip) {
        return new NotFound("tip " + tip);
    }

    private static void refuseOthers(Part role) {
        if (!ROLES.contains(role)) throw new InvalidInput("role", role.name(), "tipthread.wrong.role");
    }

    private LocalDate today(UUID school) {
        return campuses.find(school).map(campus -> LocalDate.now(clock.withZone(campus.zone())))
                .orElseGet(() -> LocalDate.now(clock.withZone(java.time.ZoneOffset.UTC)));
    }

    private String words(Place at, TipThreadStore.Sealed message) {
        return keys.open(at.district(), at.tip(), message.body(), Place.ofMessage(message.id()))
                .map(words -> new String(words, StandardCharsets.UTF_8)).orElse("");
    }
}
