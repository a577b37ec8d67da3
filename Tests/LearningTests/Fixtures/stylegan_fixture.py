#!/usr/bin/env python3
"""Makes stylegan.safetensors: StyleGAN2 by PyTorch, for StyleGANParityTests to compare with.

Run it beside the file, with PyTorch (Debian: python3-torch); it was run with 1.13. Its program is
Sources/Benchmarks/Neural/stylegan.py: filters are modulated picture by picture, blurs are convolutions, and nothing is folded
into anything else.
"""
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from fixture import write

sys.path.append(str(Path(__file__).resolve().parents[3] / "Sources/Benchmarks/Neural"))
from stylegan import Shape, discriminator_names, generate, generator_names, judge, parameters, style_of  # noqa: E402

SHAPE = Shape(side=16, width=8, widest=8, style=8, mapping=2)
BATCH, RATE, R1 = 4, 0.002, 10.0
torch.manual_seed(3)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

g, d = parameters(generator_names(SHAPE)), parameters(discriminator_names(SHAPE))

found = {}
for prefix, network in (("generator.", g), ("discriminator.", d)):
    for name, value in network.items():
        found[prefix + name] = value


def single(shape):
    """Numbers that single precision holds exactly."""
    return torch.randn(shape).float().double()


real = single((BATCH, 3, SHAPE.side, SHAPE.side)) * 0.5
found["real"] = real
STEPS = 3
noise = []
for step in range(STEPS):
    found[f"latents.{step}"] = single((BATCH, SHAPE.style))
    noise.append([single((BATCH, 1, side, side)) for side in SHAPE.noise()])
    for index, plane in enumerate(noise[step]):
        found[f"noise.{step}.{index}"] = plane
directions = single((BATCH, 3, SHAPE.side, SHAPE.side))
found["directions"] = directions
MEAN_LENGTH = 0.7


def styles(p, z):
    return style_of(p, z, SHAPE)[:, None].repeat(1, 2 * len(SHAPE.sides), 1)


def d_loss(p, q, step):
    fake = generate(q, styles(q, found[f"latents.{step}"]), noise[step], SHAPE).detach()
    return F.softplus(judge(p, fake, SHAPE)).mean() + F.softplus(-judge(p, real, SHAPE)).mean()


def r1(p):
    x = real.clone().requires_grad_()
    slope, = torch.autograd.grad(judge(p, x, SHAPE).sum(), x, create_graph=True)
    return (slope ** 2).sum((1, 2, 3)).mean()


def g_loss(q, p, step):
    return F.softplus(-judge(p, generate(q, styles(q, found[f"latents.{step}"]), noise[step], SHAPE), SHAPE)).mean()


def path(q):
    w = styles(q, found["latents.0"])
    picture = generate(q, w, noise[0], SHAPE)
    slope, = torch.autograd.grad((picture * directions / SHAPE.side).sum(), w, create_graph=True)
    lengths = torch.sqrt((slope ** 2).sum(2).mean(1))
    found["lengths"] = lengths.detach()
    return ((lengths - MEAN_LENGTH) ** 2).mean()


def differentiated(name, loss, p):
    leaves = {key: value.clone().requires_grad_() for key, value in p.items()}
    value = loss(leaves)
    found[name] = value.detach()
    gradients = torch.autograd.grad(value, list(leaves.values()), allow_unused=True)
    for key, gradient in zip(leaves, gradients):
        found[f"{name}.{key}"] = torch.zeros_like(p[key]) if gradient is None else gradient


found["picture"] = generate(g, styles(g, found["latents.0"]), noise[0], SHAPE)
found["scores"] = judge(d, real, SHAPE)
differentiated("d", lambda p: d_loss(p, g, 0), d)
differentiated("r1", r1, d)
differentiated("g", lambda q: g_loss(q, d, 0), g)
differentiated("path", path, g)

# Three steps of training: the discriminator with R1 in the first, then the generator with path length in the first.
g = {key: value.clone().requires_grad_() for key, value in g.items()}
d = {key: value.clone().requires_grad_() for key, value in d.items()}
g_adam = torch.optim.Adam(g.values(), lr=RATE, betas=(0, 0.99))
d_adam = torch.optim.Adam(d.values(), lr=RATE, betas=(0, 0.99))


def move(adam, loss):
    adam.zero_grad()
    loss.backward()
    for group in adam.param_groups:
        for value in group["params"]:
            if value.grad is None:
                value.grad = torch.zeros_like(value)
    adam.step()


for step in range(STEPS):
    loss = d_loss(d, g, step)
    found[f"step.{step}.d"] = loss.detach()
    move(d_adam, loss)
    if step == 0:
        move(d_adam, r1(d) * (R1 / 2))
    loss = g_loss(g, d, step)
    found[f"step.{step}.g"] = loss.detach()
    move(g_adam, loss)
    if step == 0:
        move(g_adam, path(g) * 2)
found["trained.picture"] = generate(g, styles(g, found["latents.0"]), noise[0], SHAPE)
found["trained.scores"] = judge(d, real, SHAPE)

write("stylegan.safetensors",
      {name: value.reshape(1) if value.ndim == 0 else value for name, value in found.items()},
      {"made by": "stylegan_fixture.py"})
