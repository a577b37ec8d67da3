#!/usr/bin/env python3
"""Makes stylegan.safetensors: StyleGAN2 by PyTorch, for StyleGANParityTests to compare with.

Run it beside the file, with PyTorch (Debian: python3-torch); it was run with 1.13. Here the filters themselves are
modulated, picture by picture, as in the paper; blurs are convolutions; nothing is folded into anything else.
"""
import math

import torch
import torch.nn.functional as F
from fixture import write

SIDE, WIDTH, STYLE, MAPPING, BATCH = 16, 8, 8, 2, 4
RATE, R1, LONGEST_PATH_DECAY = 0.002, 10.0, 0.01
torch.manual_seed(3)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

row = torch.tensor([1.0, 3.0, 3.0, 1.0])
BLUR = row[:, None] * row[None, :]
BLUR = BLUR / BLUR.sum()


def filtered(x, kernel, up=1, down=1, before=0, after=0):
    """Zeros between the pixels and around them, then the kernel, then every `down`th pixel."""
    n, c, h, w = x.shape
    if up > 1:
        wide = x.new_zeros(n, c, h, up, w, up)
        wide[:, :, :, 0, :, 0] = x
        x = wide.reshape(n, c, h * up, w * up)
    x = F.pad(x, (before, after, before, after))
    x = F.conv2d(x, kernel.flip(0, 1)[None, None].repeat(c, 1, 1, 1), groups=c)
    return x[:, :, ::down, ::down]


def rectified(x):
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


def dense(p, name, x, rate=1.0, rectify=False):
    weight, bias = p[name + ".weight"], p[name + ".bias"] * rate
    x = F.linear(x, weight * (rate / math.sqrt(weight.shape[1])), bias)
    return rectified(x) if rectify else x


def modulated(p, name, x, style, demodulate=True, double=False):
    weight = p[name + ".weight"]
    outputs, inputs, k, _ = weight.shape
    n, _, h, w = x.shape
    s = dense(p, name + ".modulation", style)
    weight = weight[None] / math.sqrt(inputs * k * k) * s[:, None, :, None, None]
    if demodulate:
        weight = weight * torch.rsqrt((weight ** 2).sum((2, 3, 4), keepdim=True) + 1e-8)
    x = x.reshape(1, n * inputs, h, w)
    if double:
        weight = weight.transpose(1, 2).reshape(n * inputs, outputs, k, k)
        x = F.conv_transpose2d(x, weight, stride=2, groups=n)
        x = x.reshape(n, outputs, 2 * h + 1, 2 * w + 1)
        return filtered(x, BLUR * 4, before=1, after=1)
    x = F.conv2d(x, weight.reshape(n * outputs, inputs, k, k), padding=k // 2, groups=n)
    return x.reshape(n, outputs, h, w)


def layer(p, name, x, style, noise, double=False):
    x = modulated(p, name + ".conv", x, style, double=double)
    return rectified(x + p[name + ".noise.weight"] * noise + p[name + ".activate.bias"][None, :, None, None])


def colours(p, name, x, style, coarser):
    x = modulated(p, name + ".conv", x, style, demodulate=False) + p[name + ".bias"]
    return x if coarser is None else x + filtered(coarser, BLUR * 4, up=2, before=2, after=1)


def style_of(p, z):
    z = z * torch.rsqrt((z ** 2).mean(1, keepdim=True) + 1e-8)
    for index in range(MAPPING):
        z = dense(p, f"style.{index + 1}", z, rate=0.01, rectify=True)
    return z


def generate(p, styles, noise):
    x = p["input.input"].repeat(len(styles), 1, 1, 1)
    x = layer(p, "conv1", x, styles[:, 0], noise[0])
    picture = colours(p, "to_rgb1", x, styles[:, 1], None)
    for level in range(int(math.log2(SIDE)) - 2):
        i = 2 * level
        x = layer(p, f"convs.{i}", x, styles[:, i + 1], noise[i + 1], double=True)
        x = layer(p, f"convs.{i + 1}", x, styles[:, i + 2], noise[i + 2])
        picture = colours(p, f"to_rgbs.{level}", x, styles[:, i + 3], picture)
    return picture


def convolved(p, name, x, halve=False, rectify=True):
    weight = p[f"{name}.{int(halve)}.weight"]
    _, inputs, k, _ = weight.shape
    weight = weight / math.sqrt(inputs * k * k)
    if halve:
        around = 2 + (k - 1)
        x = filtered(x, BLUR, before=(around + 1) // 2, after=around // 2)
        x = F.conv2d(x, weight, stride=2)
    else:
        x = F.conv2d(x, weight, padding=k // 2)
    return rectified(x + p[f"{name}.{int(halve) + 1}.bias"][None, :, None, None]) if rectify else x


def judge(p, x):
    x = convolved(p, "convs.0", x)
    for level in range(int(math.log2(SIDE)) - 2):
        name = f"convs.{level + 1}"
        long = convolved(p, name + ".conv2", convolved(p, name + ".conv1", x), halve=True)
        x = (long + convolved(p, name + ".skip", x, halve=True, rectify=False)) / math.sqrt(2)
    n, c, h, w = x.shape
    group = min(n, 4)
    spread = torch.sqrt(x.reshape(group, -1, c, h, w).var(0, unbiased=False) + 1e-8).mean((1, 2, 3))
    x = torch.cat([x, spread.repeat(group)[:, None, None, None].expand(n, 1, h, w)], 1)
    x = convolved(p, "final_conv", x)
    return dense(p, "final_linear.1", dense(p, "final_linear.0", x.reshape(n, -1), rectify=True))


def parameters(names):
    """Random everywhere, so that nothing is tried at 0."""
    return {name: (torch.randn(shape) * deviation + mean).float().double()
            for name, (shape, deviation, mean) in names.items()}


def modulation(names, name, inputs):
    names[name + ".modulation.weight"] = ((inputs, STYLE), 1, 0)
    names[name + ".modulation.bias"] = ((inputs,), 0.1, 1)


sides = int(math.log2(SIDE)) - 1
g, d = {}, {}
for index in range(MAPPING):
    g[f"style.{index + 1}.weight"] = ((STYLE, STYLE), 100, 0)
    g[f"style.{index + 1}.bias"] = ((STYLE,), 10, 0)
g["input.input"] = ((1, WIDTH, 4, 4), 1, 0)
for name in ["conv1"] + [f"convs.{i}" for i in range(2 * sides - 2)]:
    g[name + ".conv.weight"] = ((WIDTH, WIDTH, 3, 3), 1, 0)
    modulation(g, name + ".conv", WIDTH)
    g[name + ".noise.weight"] = ((1,), 0.3, 0)
    g[name + ".activate.bias"] = ((WIDTH,), 0.3, 0)
for name in ["to_rgb1"] + [f"to_rgbs.{i}" for i in range(sides - 1)]:
    g[name + ".conv.weight"] = ((3, WIDTH, 1, 1), 1, 0)
    modulation(g, name + ".conv", WIDTH)
    g[name + ".bias"] = ((1, 3, 1, 1), 0.1, 0)
d["convs.0.0.weight"] = ((WIDTH, 3, 1, 1), 1, 0)
d["convs.0.1.bias"] = ((WIDTH,), 0.1, 0)
for level in range(sides - 1):
    name = f"convs.{level + 1}"
    d[name + ".conv1.0.weight"] = ((WIDTH, WIDTH, 3, 3), 1, 0)
    d[name + ".conv1.1.bias"] = ((WIDTH,), 0.1, 0)
    d[name + ".conv2.1.weight"] = ((WIDTH, WIDTH, 3, 3), 1, 0)
    d[name + ".conv2.2.bias"] = ((WIDTH,), 0.1, 0)
    d[name + ".skip.1.weight"] = ((WIDTH, WIDTH, 1, 1), 1, 0)
d["final_conv.0.weight"] = ((WIDTH, WIDTH + 1, 3, 3), 1, 0)
d["final_conv.1.bias"] = ((WIDTH,), 0.1, 0)
d["final_linear.0.weight"] = ((WIDTH, 16 * WIDTH), 1, 0)
d["final_linear.0.bias"] = ((WIDTH,), 0.1, 0)
d["final_linear.1.weight"] = ((1, WIDTH), 1, 0)
d["final_linear.1.bias"] = ((1,), 0.1, 0)
g, d = parameters(g), parameters(d)

found = {}
for prefix, network in (("generator.", g), ("discriminator.", d)):
    for name, value in network.items():
        found[prefix + name] = value


def single(shape):
    """Numbers that single precision holds exactly."""
    return torch.randn(shape).float().double()


real = single((BATCH, 3, SIDE, SIDE)) * 0.5
found["real"] = real
STEPS = 3
noise = []
for step in range(STEPS):
    found[f"latents.{step}"] = single((BATCH, STYLE))
    noise.append([single((BATCH, 1, 4 * 2 ** ((i + 1) // 2), 4 * 2 ** ((i + 1) // 2))) for i in range(2 * sides - 1)])
    for index, plane in enumerate(noise[step]):
        found[f"noise.{step}.{index}"] = plane
directions = single((BATCH, 3, SIDE, SIDE))
found["directions"] = directions
MEAN_LENGTH = 0.7


def styles(p, z):
    return style_of(p, z)[:, None].repeat(1, 2 * sides, 1)


def d_loss(p, q, step):
    fake = generate(q, styles(q, found[f"latents.{step}"]), noise[step]).detach()
    return F.softplus(judge(p, fake)).mean() + F.softplus(-judge(p, real)).mean()


def r1(p):
    x = real.clone().requires_grad_()
    slope, = torch.autograd.grad(judge(p, x).sum(), x, create_graph=True)
    return (slope ** 2).sum((1, 2, 3)).mean()


def g_loss(q, p, step):
    return F.softplus(-judge(p, generate(q, styles(q, found[f"latents.{step}"]), noise[step]))).mean()


def path(q):
    w = styles(q, found["latents.0"])
    picture = generate(q, w, noise[0])
    slope, = torch.autograd.grad((picture * directions / SIDE).sum(), w, create_graph=True)
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


found["picture"] = generate(g, styles(g, found["latents.0"]), noise[0])
found["scores"] = judge(d, real)
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
found["trained.picture"] = generate(g, styles(g, found["latents.0"]), noise[0])
found["trained.scores"] = judge(d, real)

write("stylegan.safetensors",
      {name: value.reshape(1) if value.ndim == 0 else value for name, value in found.items()},
      {"made by": "stylegan.py"})
