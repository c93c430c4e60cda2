package dev.queuelab.scenarios.check;

import static dev.queuelab.scenarios.check.Judged.judged;

import org.junit.jupiter.api.Test;

class EffectsTest {
    private final Given run = new Given();

    @Test
    void eachEffectWasPerformedOnce() {
        run.sent("a", "b").processed("a", "b");

        judged(Effects.performedOnce(), run).passes("2 effects, each performed once");
    }

    @Test
    void aMessageReceivedTwiceIsNoEffectPerformedTwice() {
        run.sent("a").received("a").processed("a").skipped("a", "a");

        judged(Effects.performedOnce(), run).passes("1 effects");
    }

    @Test
    void anEffectUnderTheSameKeyShowsWhenItIsRepeated() {
        run.sent("a", "b").processed("a", "b").processed("a");

        judged(Effects.performedOnce(), run).fails("1 performed more than once: a (2 times)");
    }

    @Test
    void whenConsumersTellOfMoreThanWasRecordedNobodyKnows() {
        run.sent("a").processed("a").claimed("a");

        judged(Effects.performedOnce(), run).isUnknown("consumers tell of more performances");
    }

    @Test
    void anEffectThatNoConsumerLivedToTellOfIsStillOne() {
        run.sent("a").performedUnseen("a");

        judged(Effects.performedOnce(), run).passes("1 effects");
    }

    @Test
    void poisonHasNoEffect() {
        run.sentPoison("p").received("p").deadLettered("p");

        judged(Effects.neverPerformed("poison", run.messages()), run).passes("none of 1");
    }

    @Test
    void poisonThatHadAnEffectIsFound() {
        run.sentPoison("p").processed("p");

        judged(Effects.neverPerformed("poison", run.messages()), run).fails("1 had an effect: p");
    }

    @Test
    void oneEffectMayStandForSeveralMessages() {
        run.sent("a", "b").attempted("a", "biz:k:1").performed("biz:k:1").skipped("b", "biz:k:1");

        judged(Effects.performedTogether("one", run.messages(), 1), run).passes("performed 1 times, under biz:k:1");
    }

    @Test
    void theSameWorkUnderTwoNamesShows() {
        run.sent("a", "b")
                .attempted("a", "a")
                .performed("a")
                .attempted("b", "b")
                .performed("b");

        judged(Effects.performedTogether("one", run.messages(), 1), run)
                .fails("performed 2 times, under a, b; expected 1");
    }

    @Test
    void oneMessagesWorkPerformedUnderTwoNamesIsARepetition() {
        run.sent("a")
                .attempted("a", "m-1")
                .performed("m-1")
                .attempted("a", "m-2")
                .performed("m-2");

        judged(Effects.performedOnce(), run).fails("1 performed more than once: a (under m-1, m-2)");
    }

    @Test
    void twoMessagesWorkPerformedUnderOneNameIsNone() {
        run.sent("a", "b").attempted("a", "biz:k:v").performed("biz:k:v").skipped("b", "biz:k:v");

        judged(Effects.performedOnce(), run).passes("1 effects");
    }
}
