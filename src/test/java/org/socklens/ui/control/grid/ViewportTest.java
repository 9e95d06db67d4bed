package org.socklens.ui.control.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final CountedRows rows = new CountedRows(100);
    private final Viewport viewport = new Viewport(Start.NEWEST);

    @BeforeEach
    void tenRowsFit() {
        viewport.setSource(rows);
        viewport.setPage(10);
    }

    @Test
    void theTailStaysInViewWhileRowsArrive() {
        assertThat(viewport.top()).isEqualTo(90);
        rows.append(1000);
        viewport.refresh();
        assertThat(viewport.top()).isEqualTo(1090);
    }

    @Test
    void scrollingUpStopsFollowingAndTheViewStandsStill() {
        viewport.scrollTo(50);
        rows.append(1000);
        viewport.refresh();
        assertThat(viewport.followingProperty().get()).isFalse();
        assertThat(viewport.top()).isEqualTo(50);
        assertThat(viewport.mayFollow()).isTrue();
    }

    @Test
    void theSameRowStaysOnTopWhileOlderOnesAreDropped() {
        viewport.scrollTo(50);
        rows.drop(30);
        viewport.refresh();
        assertThat(rows.keyAt(viewport.top())).isEqualTo(50);
        rows.drop(40);
        viewport.refresh();
        assertThat(rows.keyAt(viewport.top())).isEqualTo(70);
    }

    @Test
    void scrollingToTheEndFollowsAgain() {
        viewport.scrollTo(50);
        viewport.scrollTo(90);
        assertThat(viewport.followingProperty().get()).isTrue();
    }

    @Test
    void revealingScrollsNoFurtherThanNeeded() {
        viewport.scrollTo(50);
        viewport.reveal(55);
        assertThat(viewport.top()).isEqualTo(50);
        viewport.reveal(49);
        assertThat(viewport.top()).isEqualTo(49);
        viewport.reveal(59);
        assertThat(viewport.top()).isEqualTo(50);
    }

    @Test
    void aListingStaysAtItsFirstRow() {
        Viewport listing = new Viewport(Start.OLDEST);
        listing.setPage(10);
        listing.setSource(rows);
        assertThat(listing.top()).isZero();
        listing.scrollTo(90);
        rows.append(5);
        listing.refresh();
        assertThat(listing.top()).isEqualTo(90);
        assertThat(listing.mayFollow()).isFalse();
    }
}
