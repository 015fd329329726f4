package org.daywatch.prevention.findings;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a finding is about, in the reader's language. Its history keeps the words in which it was stored: they are the evidence. */
@Component
public class FindingSentences {

    private static final String STORED_IN = "en";

    /** Whoever keeps instruments says what a finding is about in another language than the one it was stored in. */
    public interface ItemSentences {

        /** By finding; what an instrument does not know in this language is left out. */
        Map<UUID, String> of(Collection<Finding> findings, String language);
    }

    private final ItemSentences items;

    FindingSentences(ItemSentences items) {
        this.items = items;
    }

    public String in(String language, Finding finding) {
        return in(language, List.of(finding)).getOrDefault(finding.id(), finding.what());
    }

    public Map<UUID, String> in(String language, Collection<Finding> findings) {
        var said = new HashMap<UUID, String>();
        findings.forEach(f -> said.put(f.id(), f.what()));
        var ofItems = language.equals(STORED_IN) ? List.<Finding>of() : findings.stream().filter(f -> f.origin().source() == Finding.Source.ASSESSMENT && !f.origin().item().isEmpty()).toList();
        if (!ofItems.isEmpty()) said.putAll(items.of(ofItems, language));
        return said;
    }
}
