package org.daywatch.platform.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A-39 of docs/security. */
class PagingTest {

    private static final List<String> SORTABLE = List.of("school", "day");

    @Test
    void everythingBesideSortAndPageIsAFilterAndStaysInEveryAddress() {
        var paging = Paging.read("/posts", Map.of("q", "ridge & co", "sort", "-day", "page", "2", "state", " "),
                SORTABLE, "school").of(120);

        assertThat(paging.filters()).containsExactly(Map.entry("q", "ridge & co"));
        assertThat(paging.hrefOfPage(3)).isEqualTo("/posts?q=ridge+%26+co&sort=-day&page=3");
        assertThat(paging.csv()).isEqualTo("/posts.csv?q=ridge+%26+co&sort=-day");
    }

    @Test
    void sortingTheSameColumnAgainTurnsTheOrderRound() {
        var up = Paging.read("/posts", Map.of("sort", "day"), SORTABLE, "school");

        assertThat(up.hrefOfSort("day")).isEqualTo("/posts?sort=-day");
        assertThat(up.hrefOfSort("school")).isEqualTo("/posts?sort=school");
        assertThat(up.ariaSort("day")).isEqualTo("ascending");
    }

    @Test
    void unknownColumnsFallBackToTheDefaultOrder() {
        assertThat(Paging.read("/posts", Map.of("sort", "password"), SORTABLE, "-day"))
                .extracting(Paging::sort, Paging::descending)
                .containsExactly("day", true);
    }

    @Test
    void aPageBeyondTheEndShowsTheLastOne() {
        var paging = Paging.read("/posts", Map.of("page", "900"), SORTABLE, "school").of(101);

        assertThat(paging.page()).isEqualTo(3);
        assertThat(paging.first()).isEqualTo(101);
        assertThat(paging.last()).isEqualTo(101);
        assertThat(Paging.read("/posts", Map.of("page", "-1"), SORTABLE, "school").of(0).first()).isZero();
    }
}
