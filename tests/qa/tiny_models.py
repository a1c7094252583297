"""Models of a few thousand weights, made on the spot: they run the whole path and say nothing sensible."""

from __future__ import annotations

from pathlib import Path

WORDS = "question answer document number title what how many patents seed fund million yuan the a of is 1 2 3 . , [ ] <"


def save_tokenizer(folder: Path, chat: bool = False) -> int:
    """A tokenizer over single characters and a few words; returns the size of its vocabulary."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    pieces = ["<pad>", "</s>", "<unk>", "<|turn|>", *dict.fromkeys(WORDS.split())]
    tokenizer = Tokenizer(models.WordLevel({piece: n for n, piece in enumerate(pieces)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>", unk_token="<unk>",
        additional_special_tokens=["<|turn|>"], model_max_length=2048,
    )  # fmt: skip
    if chat:
        fast.chat_template = "{% for m in messages %}<|turn|>{{ m['role'] }}\n{{ m['content'] }}{% endfor %}<|turn|>"
    fast.save_pretrained(folder)
    return len(pieces)


def save_gpt2(folder: Path, chat: bool = False) -> str:
    """A GPT-2 of one layer."""
    import torch
    from transformers import GPT2Config, GPT2LMHeadModel

    size = save_tokenizer(folder, chat)
    torch.manual_seed(0)
    config = GPT2Config(
        vocab_size=size, n_positions=512, n_embd=16, n_layer=1, n_head=2, eos_token_id=1, bos_token_id=1
    )
    GPT2LMHeadModel(config).save_pretrained(folder)
    return str(folder)


def save_t5(folder: Path) -> str:
    """A T5 of one layer."""
    import torch
    from transformers import T5Config, T5ForConditionalGeneration

    size = save_tokenizer(folder)
    torch.manual_seed(0)
    config = T5Config(
        vocab_size=size, d_model=16, d_ff=16, d_kv=8, num_layers=1, num_heads=2, decoder_start_token_id=0,
        pad_token_id=0, eos_token_id=1,
    )  # fmt: skip
    T5ForConditionalGeneration(config).save_pretrained(folder)
    return str(folder)
