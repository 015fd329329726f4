package org.daywatch.relationships.tips.thread;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.tips.thread.TipThreadStore.Place;
import org.springframework.stereotype.Component;

/** The thread of a tip for whoever holds its receipt: what was answered, never what they wrote themselves. */
@Component
public class WriterThreads {

    /** Looked through in place of a thread that is not there: nobody learns by the work done whether one is. */
    private static final Place NOWHERE = new Place(UUID.randomUUID(), UUID.randomUUID());
    private static final byte[] NO_BODY = new byte[200];

    private final TipThreadStore store;
    private final TipPictures pictures;
    private final CaseKeys keys;
    private final LateTips late;

    WriterThreads(TipThreadStore store, TipPictures pictures, CaseKeys keys, LateTips late) {
        this.store = store;
        this.pictures = pictures;
        this.keys = keys;
        this.late = late;
    }

    /**
     * @param answers of those who read it, in their order
     * @param added so often the writer has added words that were handed on
     * @param late it is about a life, and nobody has opened it in time
     */
    public record Seen(UUID district, UUID school, List<TipThread.Message> answers, Set<Part> openedBy, int added,
            boolean late) {}

    /**
     * Empty for a receipt that is wrong, and for a thread that was closed, whose term is over, or that was shredded.
     */
    public Optional<Seen> find(byte[] mark) {
        var place = store.find(mark);
        var at = place.orElse(NOWHERE);
        return Tenancy.as(Scope.system(at.district()), () -> {
            var tip = store.tip(at);
            var opens = keys.open(at.district(), at.tip(), tip.map(TipThreadStore.Tip::body).orElse(NO_BODY),
                    Place.ofTip(at.tip()));
            var messages = store.messages(at);
            var sealed = pictures.sealed(at);
            var openedBy = store.openedBy(at);
            boolean isLate = late.isLate(at.district(), at.tip());
            if (place.isEmpty() || tip.isEmpty() || opens.isEmpty()) return Optional.empty();
            var answers = messages.stream().filter(m -> m.role().isPresent())
                    .map(m -> new TipThread.Message(m.id(), m.day(), m.role(), words(at, m),
                            pictures.open(at, m.id(), sealed)))
                    .toList();
            return Optional.of(new Seen(at.district(), tip.get().school(), answers, openedBy,
                    messages.size() - answers.size(), isLate));
        });
    }

    private String words(Place at, TipThreadStore.Sealed message) {
        return keys.open(at.district(), at.tip(), message.body(), Place.ofMessage(message.id()))
                .map(words -> new String(words, StandardCharsets.UTF_8)).orElse("");
    }
}
