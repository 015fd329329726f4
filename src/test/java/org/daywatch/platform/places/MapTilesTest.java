package org.daywatch.platform.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class MapTilesTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void onlyThePageThatShowsTheMapAllowsItsPicturesAndOnlyThoseOfItsHost() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var tiles = new MapTiles("https://tiles.county.example:8443/usgs/{z}/{y}/{x}?style=plain", "County");
        assertThat(request.getAttribute(MapTiles.ALLOWED)).isNull();
        tiles.onThisPage();
        assertThat(request.getAttribute(MapTiles.ALLOWED)).isEqualTo("https://tiles.county.example:8443");
        assertThat(tiles.host()).isEqualTo("tiles.county.example");
        assertThat(tiles.deepest()).isEqualTo(19);
        assertThat(
                new MapTiles("https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo/MapServer/tile/{z}/{y}/{x}",
                        "").deepest())
                .as("the national map ends there").isEqualTo(16);
    }

    @Test
    void offAllowsNothing() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        assertThat(new MapTiles("off", "").onThisPage().isOn()).isFalse();
        assertThat(request.getAttribute(MapTiles.ALLOWED)).isNull();
    }

    @Test
    void anAddressThatNamesNoTilesIsRefusedAtTheStart() {
        for (var wrong : new String[] {"", "yes", "tiles.county.example/{z}/{y}/{x}", "https://tiles.county.example/",
                "https://tiles.county.example/{z}/{x}", "https://{s}.county.example/{z}/{y}/{x}",
                "https://a.example; script-src *//{z}/{y}/{x}", "javascript://a/{z}/{y}/{x}"}) {
            assertThatThrownBy(() -> new MapTiles(wrong, "")).as(wrong).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("DAYWATCH_MAP_TILES");
        }
    }

    @Test
    void theScriptThatDrawsTheMapComesFromThisSite() {
        for (var file : new String[] {"leaflet.js", "leaflet.css", "images/marker-icon.png"}) {
            assertThat(getClass().getResource("/META-INF/resources" + MapTiles.LEAFLET + file)).as(file).isNotNull();
        }
    }
}
