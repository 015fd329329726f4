package org.daywatch.prevention.findings;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;

/** What a finding is about, in the reader's language. What people wrote themselves stays as they wrote it. */
@Component
public class FindingSentences {

    static final String STORED_IN = "en";

    /** Whoever keeps instruments says what a finding is about in another language than the one it was stored in. */
    public interface ItemSentences {

        /** By finding; what an instrument does not know in this language is left out. */
        Map<UUID, String> of(Collection<Finding> findings, String language);
    }

    private final ItemSentences items;
    private final FindingStore findings;
    private final Texts texts;

    FindingSentences(ItemSentences items, FindingStore findings, Texts texts) {
        this.items = items;
        this.findings = findings;
        this.texts = texts;
    }

    public String in(String language, Finding finding) {
        return in(language, List.of(finding)).getOrDefault(finding.id(), finding.what());
    }

    public Map<UUID, String> in(String language, Collection<Finding> findings) {
        var said = new HashMap<UUID, String>();
        findings.forEach(f -> said.put(f.id(), f.what()));
        var ofItems = language.equals(STORED_IN)
                ? List.<Finding>of()
                : findings.stream()
                        .filter(f -> f.origin().source() == Finding.Source.ASSESSMENT && !f.origin().item().isEmpty())
                        .toList();
        if (!ofItems.isEmpty()) said.putAll(items.of(ofItems, language));
        var ofRounds = language.equals(STORED_IN)
                ? List.<UUID>of()
                : findings.stream().filter(f -> f.origin().source() == Finding.Source.ROUND).map(Finding::id).toList();
        if (!ofRounds.isEmpty())
            this.findings.breaches(ofRounds).forEach((id, breach) -> said.put(id, breach.in(texts, language)));
        return said;
    }
}
